// What a shop's own script does with the chat: open it from its buttons.
window.Balcao = window.Balcao || [];
document.addEventListener("click", function (event) {
  var button = event.target.closest("[data-ask]");
  if (button) window.Balcao.push(["open", button.dataset.ask]);
});
