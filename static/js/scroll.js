// Wide tables are regions that the keyboard can scroll. One that fits into its place is no landmark, and Tab does not stop at
// it. Without script all are regions: a stop too many does less harm than a table that cannot be reached.
const fit = (box) => {
  const wide = box.scrollWidth > box.clientWidth || box === document.activeElement;
  box.setAttribute("role", wide ? "region" : "group");
  if (wide) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
};
const sizes = new ResizeObserver((changes) => { for (const { target } of changes) fit(target); });
for (const box of document.querySelectorAll('[role="region"][tabindex="0"]')) sizes.observe(box);
