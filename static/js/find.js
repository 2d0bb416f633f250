// Search in a few lines: what finds is loaded when a reader turns to a search box, or opens the search page. Without it a box is an
// ordinary form that leads to that page, and the page an ordinary list of lists.
let loaded;

function load(form) {
  if (loaded) return;
  loaded = true;
  const script = document.createElement("script");
  // Links of a site on a disk end in index.html, and what is loaded from there may not be a module.
  if (!/\/index\.html$/.test(form.action)) script.type = "module";
  script.src = new URL("search.js", form.action);
  script.onload = () => document.finds || script.onerror();
  script.onerror = () => {
    loaded = false;
    script.remove();
    const says = document.querySelector("[data-search] [role=status]");
    if (!says) return;
    says.className = "notice";
    says.textContent = "Search could not be loaded. The lists below lead to everything in the library.";
  };
  document.head.append(script);
}

addEventListener("focusin", (e) => {
  const form = e.target.closest("form[role=search]");
  if (form) load(form);
});

// The key / leads to the field. Whoever speaks to a computer or strikes keys by chance can turn it off on the search page.
let slash = true;
try {
  slash = localStorage.getItem("slash") !== "off";
} catch { /* nothing is remembered */ }
const slashSwitch = document.querySelector("[data-slash]");

function showSlash() {
  for (const form of document.querySelectorAll("form[role=search]")) {
    if (slash) form.elements.q.setAttribute("aria-keyshortcuts", "/");
    else form.elements.q.removeAttribute("aria-keyshortcuts");
  }
  if (!slashSwitch) return;
  slashSwitch.hidden = false;
  slashSwitch.textContent = slash ? "Turn the / key off" : "Turn the / key on";
}

slashSwitch?.addEventListener("click", () => {
  slash = !slash;
  try {
    localStorage.setItem("slash", slash ? "on" : "off");
  } catch { /* for this page alone */ }
  showSlash();
});
showSlash();

addEventListener("keydown", (e) => {
  if (!slash) return;
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, select, textarea, [contenteditable]")) return;
  const field = document.querySelector("form[role=search] [name=q]");
  if (!field) return;
  e.preventDefault();
  field.focus();
  field.select();
});

for (const form of document.querySelectorAll("form[role=search]")) {
  if (form.closest("[data-search]") || form.contains(document.activeElement)) load(form);
}
