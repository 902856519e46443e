/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { chat } from "./chat.ts";
import { Failure } from "./failure.ts";
import { say } from "./say.ts";
import { visitorStorage } from "./visitor-storage.ts";

/** Asks, once and after the first message, who is writing. Skipping is as easy as answering. */
export function ContactCard({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState("");
  const [saved, setSaved] = useState(false);
  const [saving, setSaving] = useState(false);

  const skip = () => {
    visitorStorage.set("asked", "1");
    onDone();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (!name.trim() && !email.trim()) return setProblem(say("contact.empty"));
    if (email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email.trim())) return setProblem(say("contact.emailInvalid"));
    setSaving(true);
    try {
      await chat.saveContact({ ...(name.trim() && { name: name.trim() }), ...(email.trim() && { email: email.trim() }) });
      visitorStorage.set("asked", "1");
      setSaved(true);
    } catch (error) {
      setProblem(say(error instanceof Failure && error.code === "invalid_input" ? "contact.emailInvalid" : error instanceof Failure ? error.sentence : "error.server"));
    }
    setSaving(false);
  };

  if (saved) return <p class="card done" role="status">{say("contact.saved", { name: name.trim() || email.trim() })}</p>;
  return (
    <form class="card" noValidate onSubmit={save}>
      <h2>{say("contact.title")}</h2>
      <p>{say("contact.text")}</p>
      <input type="text" name="name" autocomplete="name" maxLength={120} placeholder={say("contact.name")} aria-label={say("contact.name")} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <input type="email" name="email" autocomplete="email" inputMode="email" maxLength={254} placeholder={say("contact.email")} aria-label={say("contact.email")} value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
      {problem && <p class="problem" role="alert">{problem}</p>}
      <div>
        <button type="submit" disabled={saving}>{say("contact.save")}</button>
        <button type="button" onClick={skip}>{say("contact.skip")}</button>
      </div>
    </form>
  );
}
