package library

import "strings"

// No word of a vocabulary is one of these, so a person on file is never named in a body by chance.
var (
	givenNames = strings.Fields(`
Adria Alwen Anselm Arlo Aurel Bettany Briony Caspian Cerys Corin Dagny Delphine Dorian Edda Elowen Emeric Esme Fabian
Ffion Fenella Garth Greta Gwenda Hamo Hedda Hesper Idris Ilse Imre Ingrid Isolde Jarek Jessamy Jorin Kerensa Kester
Lazlo Leofric Linnea Lorcan Lowri Maelis Marcella Merrin Mirela Morwen Nesta Niamh Oberon Odile Olwen Orla Osric
Perran Petronel Quilla Rafe Rhoswen Romilly Rosalba Rufus Sabina Senara Sorrel Stellan Tamsin Tegan Thaddeus Tirion
Torben Ulla Undine Valeria Verity Wenna Wilmot Xanthe Yestin Yseult Zephrin
`)
	familyNames = strings.Fields(`
Abernithy Addlecote Alderthwaite Ambersley Ashgarth Barleymoor Beckermond Birkenhaugh Blackenridge Bodmarrow
Brackenholt Bramblecote Brightwaller Burntisland Calderbeck Carrowmere Chalkenden Cindermoor Copperthwaite Corvendale
Cragwellan Crowhurstley Dapplewood Deepingham Dimmerdale Dovercastle Drystonely Dunthorpely Eastermead Elderflint
Emberlyne Fallowmarch Farthingale Fennimarsh Fernihollow Flintergill Foxearthen Frostenden Gallowglade Garrowby
Gildersome Glimmerton Goldenacre Greystoneley Halloughton Harrowgatherd Hawkenbury Hazelrigger Heatherslaw Hollowdene
Honeybournely Icklemere Ironmongley Ivelchester Kestrelham Kettleburrow Kingfisherly Ladderback Lanternby Larkenshaw
Lindenmoor Littlewhite Longshorely Loxendale Marlingspike Meadowcroftly Millerstane Mistlethwaite Moorwendale
Mossington Netherwold Nightingarth Oakenfull Oldershawe Orchardleigh Otterburnie Pebblecombe Pennyfarrow Plumleigher
Quarrendon Quillerby Ravenscar Reedwater Rookhopeley Rowanberrie Saltergate Sandringfold Sedgemarsh Silverdaler
Skelderskew Sloewood Snowdenham Starlingate Stonecropper Sweetbriarly Swallowfield Tanglewyn Thistlemead
Thornaberry Tumblebeck Umberslade Underhallow Vintersdale Waterhyde Weatherlam Whistlecroft Wildenhope Willowherby
Winterbournie Wolferlow Woodruffian Wychmore Yarrowdale Yewtreeley
`)
)

// person is somebody on file.
type person struct {
	id, given, family, name string
	page                    bool
}

// personNumber gives each number a name of its own: every given name with every family name, then with initials between.
func personNumber(n int) person {
	given := n % len(givenNames)
	round := n / len(givenNames)
	family := (round + given) % len(familyNames)
	p := person{given: givenNames[given], family: familyNames[family], page: n%2 == 0}
	p.name = p.given + " " + p.family
	for again := round / len(familyNames); again > 0; again /= 26 {
		p.given += " " + string(rune('A'+again%26)) + "."
		p.name = p.given + " " + p.family
	}
	p.id = slug(p.name)
	return p
}
