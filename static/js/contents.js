// Contents highlight: the entry of the section being read is marked, by a bar that takes no room.
for (const nav of document.querySelectorAll('[data-module="contents"]')) {
  const entries = new Map(); // heading → link
  for (const link of nav.querySelectorAll('a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.set(heading, link);
  }

  let current = null;
  const mark = (link) => {
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    // A long list scrolls by itself, but not away from a reader who is in it; the page never does.
    if (!link || nav.scrollHeight <= nav.clientHeight || nav.contains(document.activeElement)) return;
    const top = link.offsetTop - nav.offsetTop;
    if (top < nav.scrollTop || top + link.offsetHeight > nav.scrollTop + nav.clientHeight) nav.scrollTop = top - nav.clientHeight / 3;
  };

  // The section being read is that of the last heading in the upper third of the window, or above it.
  const find = () => {
    let last = null;
    for (const [heading, link] of entries) {
      if (heading.getBoundingClientRect().top < innerHeight / 3) last = link;
    }
    mark(last);
  };
  // Positions decide, not an observer, which says nothing of a heading that a jump passes over. At most once for each frame.
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      find();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  soon();
}
