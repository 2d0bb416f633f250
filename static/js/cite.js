// Copy citation: the line with the button is there only with script. Where copying is refused, the text is selected instead.
for (const box of document.querySelectorAll('[data-module="cite"]')) {
  const line = box.querySelector(".cite__copy");
  const text = box.querySelector("[data-text]");
  const said = box.querySelector('[role="status"]');

  const say = (words) => {
    said.textContent = ""; // so that the same words are said again
    setTimeout(() => { said.textContent = words; }, 50);
  };
  const select = () => {
    getSelection().selectAllChildren(text);
    say("Selected, ready to copy");
  };

  line.querySelector("button").addEventListener("click", () => {
    const words = text.textContent.replace(/\s+/g, " ").trim();
    if (!navigator.clipboard) return select(); // pages from a disk or without https have none
    navigator.clipboard.writeText(words).then(() => say("Copied"), select);
  });
  line.hidden = false;
}
