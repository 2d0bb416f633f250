package output

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// compare reports whether a file is published with the same bytes, and how many.
func (s *Stage) compare(f File) (size int64, same bool, err error) {
	if !s.published[f.Path] || s.opts.Clean {
		return 0, false, nil
	}
	old, err := os.Open(s.at(f.Path))
	if err != nil {
		return 0, false, nil // as good as absent: it will be replaced
	}
	defer old.Close()
	buffer := s.buffers.Get().(*[]byte)
	defer s.buffers.Put(buffer)
	if f.Copy == nil {
		info, err := old.Stat()
		if err != nil || info.Size() != int64(len(f.Bytes)) {
			return 0, false, nil
		}
		return info.Size(), holds(old, f.Bytes, *buffer), nil
	}
	now, err := f.Copy()
	if err != nil {
		return 0, false, broken(f.Path, "read the file to publish", err)
	}
	defer now.Close()
	half := len(*buffer) / 2
	size, same, err = equal(now, old, (*buffer)[:half], (*buffer)[half:])
	if err != nil {
		return 0, false, broken(f.Path, "read the file to publish", err)
	}
	return size, same, nil
}

// holds reports whether a file of the right size has the wanted bytes.
func holds(r io.Reader, want, buffer []byte) bool {
	for len(want) > 0 {
		n, err := r.Read(buffer)
		if n > len(want) || !bytes.Equal(buffer[:n], want[:n]) {
			return false
		}
		want = want[n:]
		if err != nil {
			break
		}
	}
	return len(want) == 0
}

// equal compares two streams and gives their length. The error is that of the first one.
func equal(a, b io.Reader, bufA, bufB []byte) (int64, bool, error) {
	var size int64
	for {
		n, errA := io.ReadFull(a, bufA)
		if errA != nil && !errors.Is(errA, io.EOF) && !errors.Is(errA, io.ErrUnexpectedEOF) {
			return 0, false, errA
		}
		m, errB := io.ReadFull(b, bufB)
		size += int64(n)
		if !bytes.Equal(bufA[:n], bufB[:m]) || (errA == nil) != (errB == nil) {
			return 0, false, nil
		}
		if errA != nil {
			return size, true, nil
		}
	}
}
