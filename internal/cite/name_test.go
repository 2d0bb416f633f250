package cite

import (
	"slices"
	"strings"
	"testing"
)

func TestName(t *testing.T) {
	for _, row := range []struct {
		in                          Name
		short, inverted, apa, plain string
	}{
		{Name{Family: "Kinchin", Given: "Ian M."}, "Kinchin", "Kinchin, I.M.", "Kinchin, I. M.", "I.M. Kinchin"},
		{Name{Family: "Picard", Given: "Jean-Luc"}, "Picard", "Picard, J.-L.", "Picard, J.-L.", "J.-L. Picard"},
		{Name{Family: "Bulley", Given: "CJ"}, "Bulley", "Bulley, C.J.", "Bulley, C. J.", "C.J. Bulley"},
		{Name{Family: "Lee", Given: "Jo"}, "Lee", "Lee, J.", "Lee, J.", "J. Lee"},
		{Name{Family: "Berg", Given: "Anna", Particle: "van der"}, "van der Berg", "van der Berg, A.", "van der Berg, A.", "A. van der Berg"},
		{Name{Family: "Arcy", Given: "M", Particle: "d'"}, "d'Arcy", "d'Arcy, M.", "d'Arcy, M.", "M. d'Arcy"},
		{Name{Family: "Humboldt", Given: "A", DroppingParticle: "von"}, "Humboldt", "Humboldt, A. von", "Humboldt, A. von", "A. von Humboldt"},
		{Name{Family: "King", Given: "Martin Luther", Suffix: "Jr"}, "King", "King, M.L., Jr", "King, M. L., Jr", "M.L. King Jr"},
		{Name{Literal: "Change Lab", Given: "x"}, "Change Lab", "Change Lab", "Change Lab", "Change Lab"},
		{Name{Given: "Plato"}, "Plato", "Plato", "Plato", "Plato"},
		{Name{Family: "Ali"}, "Ali", "Ali", "Ali", "Ali"},
	} {
		check(t, row.in, row.in.Short(), row.short)
		check(t, row.in, row.in.inverted(Harvard), row.inverted)
		check(t, row.in, row.in.inverted(APA), row.apa)
		check(t, row.in, row.in.straight(Harvard), row.plain)
	}
}

func TestAPANamesTwentyAuthorsAndThenTheLast(t *testing.T) {
	twenty := slices.Repeat([]Name{{Literal: "A"}}, 20)
	check(t, "20", apaNames(twenty, Name.Short, true), strings.Repeat("A, ", 19)+"& A")
	check(t, "21", apaNames(append(twenty, Name{Literal: "Z"}), Name.Short, true), strings.Repeat("A, ", 19)+". . . Z")
}
