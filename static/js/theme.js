// Loaded in the head, before the first paint, so that a remembered choice never flashes. Without script the page follows the
// reader's system and the button stays hidden.
(function () {
  var root = document.documentElement;
  var system = matchMedia("(prefers-color-scheme: dark)");

  function systemTheme() { return system.matches ? "dark" : "light"; }
  function current() { return root.dataset.theme || systemTheme(); }
  function remembered() {
    try { return localStorage.getItem("theme"); } catch (e) { return null; }
  }
  function remember(theme) {
    try {
      // The system's own choice is not kept, so that a later change of the system is followed.
      if (theme === systemTheme()) localStorage.removeItem("theme");
      else localStorage.setItem("theme", theme);
    } catch (e) { /* a private window: the choice lasts for this page */ }
  }

  var saved = remembered();
  if (saved === "dark" || saved === "light") root.dataset.theme = saved;

  addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector('[data-module="theme"]');
    if (!button) return;
    var label = button.querySelector("[data-label]");
    function show() { label.textContent = current() === "dark" ? "Light" : "Dark"; }
    button.addEventListener("click", function () {
      root.dataset.theme = current() === "dark" ? "light" : "dark";
      remember(root.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
    button.hidden = false;
  });
})();
