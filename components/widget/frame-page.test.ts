import { expect, test } from "vitest";
import { framePage, framePolicy, launcherScript } from "./frame-page.ts";

const settings = { name: `Casa </script><script>alert("1")</script> & "Ipê"`, welcomeTitle: "<b>Oi</b>", welcomeText: "", color: "#0f6e56", position: "right" as const };

test("what an administrator types cannot leave its place in the page", () => {
  const html = framePage({ inboxToken: "t", locale: "pt-BR", settings, limits: { text: 1, files: 1, fileSize: 1 } }, "abc");
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).not.toContain("<b>Oi");
  const json = /id="boot">(.*?)<\/script>/s.exec(html)![1]!;
  expect(JSON.parse(json).settings).toEqual(settings);
});

test("only the visitor's language travels", () => {
  const html = framePage({ inboxToken: "t", locale: "es", settings, limits: { text: 1, files: 1, fileSize: 1 } }, "abc");
  expect(html).toContain("Escribe un mensaje");
  expect(html).not.toMatch(/Escreva uma mensagem|Write a message/);
});

test("the policy allows nothing inline and nothing from elsewhere", () => {
  const policy = framePolicy("https://chat.example", "frame-ancestors 'self' https://loja.example");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self' https://loja.example");
  expect(policy).toContain("connect-src 'self' wss://chat.example;");
  expect(policy).not.toMatch(/unsafe|\*/);
});

test("the launcher's setup is one call with plain data", () => {
  const heard: any[] = [];
  new Function("Balcao", launcherScript({ color: "#ffd400", position: "left" }, "en", "b{}"))({ setup: (setup: any) => heard.push(setup) });
  expect(heard).toMatchObject([{ color: "#ffd400", ink: "#111418", position: "left", style: "b{}", labels: { open: "Open chat" } }]);
});
