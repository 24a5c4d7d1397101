// Closes the table of contents once a section was chosen; without scripts it stays open.
document.addEventListener("click", event => {
  const contents = document.querySelector(".contents details");
  if (contents && (event.target.closest(".contents a") || !event.target.closest(".contents"))) contents.open = false;
});
document.addEventListener("keydown", event => {
  const contents = document.querySelector(".contents details[open]");
  if (contents && event.key === "Escape") {
    contents.open = false;
    contents.querySelector("summary").focus();
  }
});
