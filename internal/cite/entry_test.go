package cite

import (
	"strings"
	"testing"
)

func TestEntry(t *testing.T) {
	for _, row := range []struct{ item, harvard, apa string }{
		{ // a web page
			`{"type":"webpage","title":"Paying student partners","container-title":"Thornmere Finance","author":[{"literal":"University of Thornmere"}],"issued":{"date-parts":[[2025,2,3]]},"URL":"https://thornmere.example/pay","accessed":{"date-parts":[[2025,3,5]]}}`,
			`University of Thornmere (2025) *Paying student partners*, *Thornmere Finance*. Available at: [https://thornmere.example/pay] (Accessed: 5 March 2025).`,
			`University of Thornmere. (2025, February 3). *Paying student partners*. Thornmere Finance. [https://thornmere.example/pay]`,
		},
		{ // a body's own web site, undated
			`{"type":"webpage","title":"Paying student partners","container-title":"Advance HE","author":[{"literal":"Advance HE"}],"URL":"https://ahe.example/pay","accessed":{"date-parts":[["2025","3","5"]]}}`,
			`Advance HE (no date) *Paying student partners*. Available at: [https://ahe.example/pay] (Accessed: 5 March 2025).`,
			`Advance HE. (n.d.). *Paying student partners*. Retrieved March 5, 2025, from [https://ahe.example/pay]`,
		},
		{ // no day of access, no author
			`{"type":"webpage","title":"Who pays?","issued":{"literal":"2024"},"URL":"https://pay.example/"}`,
			`*Who pays?* (2024). Available at: [https://pay.example/]`,
			`*Who pays?* (2024). [https://pay.example/]`,
		},
		{ // a later edition, a translator, a DOI before an address
			`{"type":"book","title":"Pedagogy","author":[{"family":"Freire","given":"Paulo"}],"translator":[{"family":"Ramos","given":"Myra B"}],"edition":2,"publisher":"Penguin","publisher-place":"London","issued":{"date-parts":[[1996]]},"DOI":"https://doi.org/10.1/x","URL":"https://p.example"}`,
			`Freire, P. (1996) *Pedagogy*. 2nd edn. Translated by M.B. Ramos. Penguin. Available at: [https://doi.org/10.1/x]`,
			`Freire, P. (1996). *Pedagogy* (M. B. Ramos, Trans.; 2nd ed.). Penguin. [https://doi.org/10.1/x]`,
		},
		{ // an edited book, in a series
			`{"type":"book","title":"Voices","editor":[{"family":"Rust","given":"Chris"},{"family":"Lee","given":"Bo-Ra"}],"edition":"Revised edition","collection-title":"Key ideas","collection-number":3,"publisher":"FACE","issued":{"date-parts":[[2001]]}}`,
			`Rust, C. and Lee, B.-R. (eds) (2001) *Voices*. Revised edition. FACE (Key ideas, 3).`,
			`Rust, C., & Lee, B.-R. (Eds.). (2001). *Voices* (Revised edition). FACE.`,
		},
		{ // a book with editors beside its author
			`{"type":"book","title":"Works","author":[{"family":"Ash","given":"A"}],"editor":[{"family":"Rust","given":"C"},{"family":"Lee","given":"B"}],"publisher":"FACE","issued":{"date-parts":[[2001]]}}`,
			`Ash, A. (2001) *Works*. Edited by C. Rust and B. Lee. FACE.`,
			`Ash, A. (2001). *Works* (C. Rust & B. Lee, Eds.). FACE.`,
		},
		{ // a book without an author
			`{"type":"book","title":"Medicine in old age","edition":"21","publisher":"BMA","issued":{"date-parts":[[1985]]}}`,
			`*Medicine in old age* (1985) 21st edn. BMA.`,
			`*Medicine in old age* (21st ed.). (1985). BMA.`,
		},
		{ // a chapter: two editors, an edition, one page
			`{"type":"chapter","title":"Ladders","container-title":"Voices: an overview","author":[{"family":"Ash","given":"A"}],"editor":[{"family":"Rust","given":"C"},{"family":"Lee","given":"B"}],"edition":"3","page":"7","publisher":"FACE","issued":{"date-parts":[[2001]]}}`,
			`Ash, A. (2001) ‘Ladders’, in C. Rust and B. Lee (eds) *Voices: an overview*. 3rd edn. FACE, p. 7.`,
			`Ash, A. (2001). Ladders. In C. Rust & B. Lee (Eds.), *Voices: An overview* (3rd ed., p. 7). FACE.`,
		},
		{ // a chapter without an author
			`{"type":"chapter","title":"Ladders","container-title":"Voices","editor":[{"family":"Rust","given":"C"}],"publisher":"FACE","issued":{"date-parts":[[2001]]}}`,
			`‘Ladders’ (2001) in C. Rust (ed.) *Voices*. FACE.`,
			`Ladders. (2001). In C. Rust (Ed.), *Voices*. FACE.`,
		},
		{ // a conference paper
			`{"type":"paper-conference","title":"Steps","container-title":"Proceedings","event-title":"RAISE 2019","author":[{"family":"Ash","given":"A"}],"page":"1--4","issued":{"raw":"2019-09-05"}}`,
			`Ash, A. (2019) ‘Steps’, in *Proceedings*. RAISE 2019, pp. 1–4.`,
			`Ash, A. (2019). Steps. In *Proceedings* (pp. 1–4).`,
		},
		{ // a numbered report, its own publisher
			`{"type":"report","title":"Paid in full","genre":"Policy note","number":12,"author":[{"literal":"HEPI"}],"publisher":"HEPI","publisher-place":"Oxford","issued":{"date-parts":[[2020]]}}`,
			`HEPI (2020) *Paid in full*. Policy note 12. HEPI.`,
			`HEPI. (2020). *Paid in full* (Policy note No. 12).`,
		},
		{ // one of our own cases
			`{"type":"report","title":"From rep to relay","number":"CL-2021-03","author":[{"family":"Calloway","given":"Iris"},{"family":"Wren","given":"Theo"},{"literal":"Change Lab"}],"publisher":"University of Thornmere","issued":{"date-parts":[[2022,6,20]]},"URL":"https://partnership.thornmere.example/cases/cl-2021-03/"}`,
			`Calloway, I., Wren, T. and Change Lab (2022) *From rep to relay* (CL-2021-03). University of Thornmere. Available at: [https://partnership.thornmere.example/cases/cl-2021-03/]`,
			`Calloway, I., Wren, T., & Change Lab. (2022). *From rep to relay* (Report No. CL-2021-03). University of Thornmere. [https://partnership.thornmere.example/cases/cl-2021-03/]`,
		},
		{ // a thesis
			`{"type":"thesis","title":"On trust","genre":"PhD thesis","author":[{"family":"Ash","given":"A"}],"publisher":"University of Thornmere","publisher-place":"Thornmere","issued":{"date-parts":[[2020]]}}`,
			`Ash, A. (2020) *On trust*. PhD thesis. University of Thornmere.`,
			`Ash, A. (2020). *On trust* [PhD thesis, University of Thornmere].`,
		},
		{ // a newspaper without an author
			`{"type":"article-newspaper","title":"Students \"heard\"","container-title":"The Thornmere Echo","issued":{"date-parts":[[2024,3,5]]},"page":"3"}`,
			`*The Thornmere Echo* (2024) ‘Students “heard”’, 5 March, p. 3.`,
			`Students “heard”. (2024, March 5). *The Thornmere Echo*, 3.`,
		},
		{ // a blog post
			`{"type":"post-weblog","title":"Hello!","container-title":"Lab notes","author":[{"family":"Ash","given":"A"}],"issued":{"date-parts":[[2024,3]]},"URL":"https://b.example","accessed":{"raw":"2025-03-05"}}`,
			`Ash, A. (2024) ‘Hello!’, *Lab notes*, March. Available at: [https://b.example] (Accessed: 5 March 2025).`,
			`Ash, A. (2024, March). Hello! *Lab notes*. [https://b.example]`,
		},
		{ // a preprint
			`{"type":"article","title":"Steps","container-title":"EdArXiv","author":[{"family":"Ash","given":"A"}],"issued":{"date-parts":[[2024]]},"DOI":"10.1/x"}`,
			`Ash, A. (2024) ‘Steps’, *EdArXiv* [Preprint]. Available at: [https://doi.org/10.1/x]`,
			`Ash, A. (2024). *Steps*. *EdArXiv*. [https://doi.org/10.1/x]`,
		},
		{ // article numbers among the pages; in press
			`{"type":"article-journal","title":"Steps","container-title":"PLOS","volume":3,"page":"e0209","author":[{"family":"Ash","given":"A"}],"issued":{"literal":"in press"}}`,
			`Ash, A. (in press) ‘Steps’, *PLOS*, 3, article e0209.`,
			`Ash, A. (in press). Steps. *PLOS*, *3*, Article e0209.`,
		},
		{ // a translator alone, the first edition
			`{"type":"book","title":"Mabinogion","translator":[{"family":"Davies","given":"Sioned"}],"edition":"1","publisher":"OUP","issued":{"raw":"2007"}}`,
			`Davies, S. (trans.) (2007) *Mabinogion*. OUP.`,
			`Davies, S. (Trans.). (2007). *Mabinogion*. OUP.`,
		},
		{ // a journal's issue without a volume
			`{"type":"article-journal","title":"Steps","container-title":"Change","issue":"7","page":"article 12","author":[{"family":"Ash"}],"issued":{"raw":"2007"}}`,
			`Ash (2007) ‘Steps’, *Change*, (7), article 12.`,
			`Ash. (2007). Steps. *Change*, (7), Article 12.`,
		},
		{ // an address that must not be a link
			`{"type":"webpage","title":"Pay","issued":{"raw":"2007"},"URL":"javascript:alert(1)"}`,
			`*Pay* (2007). Available at: javascript:alert(1).`,
			`*Pay*. (2007). javascript:alert(1)`,
		},
		{ // a DOI of the old kind
			`{"type":"book","title":"Pay","issued":{"raw":"2007"},"DOI":"10.1/(SICI)1<1::A>3.0;2-#"}`,
			`*Pay* (2007). Available at: [https://doi.org/10.1/%28SICI%291%3C1::A%3E3.0;2-%23]`,
			`*Pay*. (2007). [https://doi.org/10.1/%28SICI%291%3C1::A%3E3.0;2-%23]`,
		},
		{ // nothing but a kind
			`{"type":"book"}`,
			`*Untitled* (no date).`,
			`*Untitled*. (n.d.).`,
		},
	} {
		r := decode(t, row.item)
		check(t, row.item, marked(Entry(r, Harvard, "")), row.harvard)
		check(t, row.item, marked(Entry(r, APA, "")), row.apa)
	}
}

func TestTenthEditionKeepsThePlace(t *testing.T) {
	refs := libraryByKey(t)
	for _, row := range []struct{ key, want string }{
		{"cook-sather2014", "*. San Francisco: Jossey-Bass."},
		{"bovill2011", "in Rust, C. (ed.) *Improving"},
		{"bovill2011", "*. Oxford: Oxford Brookes University, Oxford Centre for Staff and Learning Development, pp. 176–188."},
		{"vuolo2023", "*. FACE."},
	} {
		if got := marked(Entry(refs[row.key], HarvardCiteThemRight10, "")); !strings.Contains(got, row.want) {
			t.Errorf("%s: %q is not in %s", row.key, row.want, got)
		}
	}
}

func TestEntryWithALetter(t *testing.T) {
	for _, row := range []struct{ issued, harvard, apa string }{
		{`{"date-parts":[[2024,3,5]]}`, "Ash, A. (2024b) *Steps*.", "Ash, A. (2024b, March 5). *Steps*."},
		{`{"date-parts":[[2019],[2021]]}`, "Ash, A. (2019–2021b) *Steps*.", "Ash, A. (2019–2021b). *Steps*."},
		{`null`, "Ash, A. (no date b) *Steps*.", "Ash, A. (n.d.-b). *Steps*."},
		{`{"literal":"in press"}`, "Ash, A. (in press-b) *Steps*.", "Ash, A. (in press-b). *Steps*."},
	} {
		r := decode(t, `{"type":"webpage","title":"Steps","author":[{"family":"Ash","given":"A"}],"issued":`+row.issued+`}`)
		check(t, row.issued, marked(Entry(r, Harvard, "b")), row.harvard)
		check(t, row.issued, marked(Entry(r, APA, "b")), row.apa)
	}
}

func TestPlainText(t *testing.T) {
	check(t, "runs", PlainText([]Run{{Text: "A "}, {Text: "b", Italic: true}, {Text: "c", URL: "d"}}), "A bc")
	check(t, "none", PlainText(nil), "")
}
