package content

import (
	"strings"
	"testing"
)

// TestProseReadsAsThePageDoes: what search shows of a page is words. A bar stands where the words come from elsewhere.
func TestProseReadsAsThePageDoes(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"emphasis and code", "Make *every* **word** `plain`.", "Make every word plain."},
		{"a citation in the sentence", "As @healey2014 says, and so does @watson2003", "As | says, and so does |"},
		{"a citation in brackets leaves nothing", "It is so [see @healey2014, p. 3; @watson2003].", "It is so."},
		{"a wikilink without and with words", "See [[trust]] and [[principle/trust|the first]].", "See | and the first."},
		{"a link and an address", "[Here](https://a.example/x) or <https://b.example/>.", "Here or https://b.example/."},
		{"a footnote", "Paid[^1] work.\n\n[^1]: Holiday pay included.", "Paid work.\nHoliday pay included."},
		{"an image is its description", "![A bench](bench.png)", "A bench"},
		{"a table without its bars", "| Who | When |\n|---|---|\n| We | @healey2014 |\n| | Now |", "Who, When\nWe, |\nNow"},
		{"a callout without its sign", "> [!example] Try it\n> Ask *two* people.", "Try it\nAsk two people."},
		{"markup is no text", "Before <b>bold</b> &amp; after\n\n<div>x</div>", "Before bold & after\nx"},
		{"a list", "- one\n- two", "one\ntwo"},
	} {
		d, _ := bodyOfTest("guide", c.in)
		var got []string
		for _, p := range d.Prose {
			if n := strings.Count(p.Text, string(Slot)); n != len(p.Slots) {
				t.Errorf("%s: %d places for %d mentions", c.name, n, len(p.Slots))
			}
			got = append(got, strings.ReplaceAll(p.Text, string(Slot), "|"))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, strings.Join(got, "\n"), c.want)
		}
	}
}
