/** @jsxImportSource preact */
import { render } from "preact";
import { boot } from "./boot.ts";
import { inkOn } from "./brand-color.ts";
import { ChatWindow } from "./chat-window.tsx";
import { chatState } from "./chat-state.ts";
import { chat } from "./chat.ts";
import { cleanUser, hostLink } from "./host-link.ts";

const root = document.documentElement;
const ink = inkOn(boot.settings.color);
root.style.setProperty("--brand", boot.settings.color);
root.style.setProperty("--on-brand", ink);
// A bright brand colour cannot be read as text on white; a dark one cannot on black.
root.dataset.brand = ink === "#ffffff" ? "dark" : "bright";

const offer = (draft: unknown) => typeof draft === "string" && chatState.set({ draft: draft.slice(0, 1000) });

render(<ChatWindow />, document.getElementById("app")!);

if (chatState.get().alone) {
  chatState.set({ shown: true });
  void chat.start({ url: location.href, title: document.title });
} else {
  hostLink.listen((message) => {
    if (message.balcao === "hello") {
      offer(message.draft);
      if (message.open) chatState.set({ shown: true, phone: message.phone });
      void chat.start({ url: String(message.url), title: String(message.title), user: cleanUser(message.user) });
    }
    if (message.balcao === "shown") chat.show(message.phone);
    if (message.balcao === "hidden") chat.hide();
    if (message.balcao === "user") void chat.identify(cleanUser(message.user) ?? {});
    if (message.balcao === "draft") offer(message.draft);
    if (message.balcao === "reset") chat.reset();
  });
  hostLink.tell({ balcao: "ready" });
}
