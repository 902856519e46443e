/** @jsxImportSource preact */
import { Avatar } from "./avatar.tsx";
import { boot } from "./boot.ts";
import type { ChatState } from "./chat-state.ts";
import { hostLink } from "./host-link.ts";
import { Icon } from "./icon.tsx";
import { say } from "./say.ts";

/** Who one talks to; tall and with the greeting until the first message. */
export function ChatHeader({ state, greeting }: { state: ChatState; greeting: boolean }) {
  const { name, welcomeTitle, welcomeText } = boot.settings;
  const broken = state.link === "broken";
  const hint = broken ? say("header.reconnecting") : state.online === null ? "" : say(state.online ? "header.online" : "header.away");
  return (
    <header class={greeting ? "greeting" : ""}>
      <div class="bar">
        <Avatar name={name} />
        <div class="title">
          <h1>{name}</h1>
          <p role="status" class={broken ? "broken" : state.online ? "online" : ""}>{hint}</p>
        </div>
        {!state.alone && (
          <button type="button" class="close" aria-label={say("launcher.close")} onClick={() => hostLink.tell({ balcao: "close" })}>
            <Icon name={state.phone ? "cross" : "close"} />
          </button>
        )}
      </div>
      <div class="welcome" aria-hidden={!greeting}>
        <div>
          <h2>{welcomeTitle || say("welcome.title")}</h2>
          <p>{welcomeText || say("welcome.text")}</p>
        </div>
      </div>
    </header>
  );
}
