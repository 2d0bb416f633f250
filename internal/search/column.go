package search

// column is a list that grows without ever being copied, and so without room that nothing is in: the lists of an index are
// the largest things that a build holds.
type column[T any] struct {
	parts [][]T
	size  int32
}

// partSize is how many values are gathered in one piece: a power of two.
const partSize = 1 << 14

// add gives the place of a new value.
func (c *column[T]) add(v T) int32 {
	if c.size%partSize == 0 {
		c.parts = append(c.parts, make([]T, partSize))
	}
	at := c.size
	c.size++
	*c.at(at) = v
	return at
}

func (c *column[T]) at(i int32) *T { return &c.parts[i/partSize][i%partSize] }
