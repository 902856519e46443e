"use client";

import { Inbox, Plus, Search, Tag, Trash2, UserPlus } from "lucide-react";
import { useTheme } from "next-themes";
import { type ReactNode, useState } from "react";
import { Alert } from "./alert.tsx";
import { Avatar } from "./avatar.tsx";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { Card, CardBody, CardHeader } from "./card.tsx";
import { Checkbox } from "./checkbox.tsx";
import { CodeField } from "./code-field.tsx";
import { Combobox } from "./combobox.tsx";
import { CountBadge } from "./count-badge.tsx";
import { Dialog } from "./dialog.tsx";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "./dropdown-menu.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ErrorState } from "./error-state.tsx";
import { Field } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";
import { Input } from "./input.tsx";
import { Kbd } from "./kbd.tsx";
import { List, ListRow } from "./list-row.tsx";
import { PageHeader } from "./page-header.tsx";
import { PasswordInput } from "./password-input.tsx";
import { Progress } from "./progress.tsx";
import { Segmented } from "./segmented.tsx";
import { Select } from "./select.tsx";
import { Sheet } from "./sheet.tsx";
import { SkeletonRows } from "./skeleton.tsx";
import { Switch } from "./switch.tsx";
import { Tabs } from "./tabs.tsx";
import { Textarea } from "./textarea.tsx";
import { toast } from "./toast.ts";
import { TooltipProvider } from "./tooltip.tsx";

const colors = ["canvas", "surface", "raised", "sunken", "hover", "pressed", "line", "line-strong", "accent", "accent-soft", "brass", "note", "good", "good-soft", "warn", "warn-soft", "bad", "bad-soft", "rail"];

/** Every part of ui/ in its states. */
export function Gallery() {
  const { theme, setTheme } = useTheme();
  const [open, setOpen] = useState<"dialog" | "sheet" | null>(null);
  const [tab, setTab] = useState("a");
  const [size, setSize] = useState<string>("m");
  const [on, setOn] = useState(true);
  const [picked, setPicked] = useState<string[]>(["1"]);
  return (
    <TooltipProvider>
      <main className="mx-auto grid max-w-5xl gap-6 p-8">
        <PageHeader title="Design system" description="Azulejo ink for what acts, brass for what stays inside, quiet greys for the rest." actions={<Segmented label="Theme" value={theme ?? "system"} onValueChange={setTheme} options={["system", "light", "dark"].map((value) => ({ value, label: value }))} />} />
        <Group title="Colours">
          <div className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-2">
            {colors.map((color) => <div key={color}><div className="h-10 rounded-md border border-line" style={{ background: `var(--${color})` }} /><span className="text-xs text-ink-faint">{color}</span></div>)}
          </div>
        </Group>
        <Group title="Type">
          {["text-2xl font-semibold", "text-xl font-semibold", "text-lg font-semibold", "text-base", "text-sm text-ink-soft", "text-xs text-ink-faint", "text-2xs text-ink-faint"].map((look) => <p key={look} className={look}>Bom dia, Coração! 0123456789 · {look}</p>)}
        </Group>
        <Group title="Buttons">
          <Row>{(["primary", "secondary", "ghost", "danger", "danger-ghost"] as const).map((variant) => <Button key={variant} variant={variant}><Plus aria-hidden />{variant}</Button>)}</Row>
          <Row><Button size="sm">small</Button><Button size="lg" variant="primary">large</Button><Button variant="primary" loading>Saving</Button><Button disabled>disabled</Button><IconButton label="Search" shortcut="/"><Search /></IconButton><IconButton label="Delete" variant="danger"><Trash2 /></IconButton><IconButton label="Assign" variant="secondary" shortcut="A"><UserPlus /></IconButton></Row>
        </Group>
        <Group title="Fields">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Name" hint="As customers see it.">{(control) => <Input {...control} placeholder="Ana Souza" />}</Field>
            <Field label="E-mail" error="This is not an e-mail address.">{(control) => <Input {...control} defaultValue="ana@" />}</Field>
            <Field label="Password">{(control) => <PasswordInput {...control} defaultValue="segredo" />}</Field>
            <Field label="Size">{(control) => <Select {...control} value={size} onValueChange={setSize} options={[{ value: "s", label: "Small" }, { value: "m", label: "Medium" }]} />}</Field>
            <Field label="Note">{(control) => <Textarea {...control} />}</Field>
            <div className="grid gap-3"><Checkbox label="Remember" hint="On this device" checked={on} onCheckedChange={setOn} /><Switch label="Notifications" hint="At once" checked={on} onCheckedChange={setOn} /></div>
          </div>
          <CodeField label="Address" value="https://balcao.example/api/channels/whatsapp/9f2c1e" />
        </Group>
        <Group title="Over the page">
          <Row>
            <Button onClick={() => setOpen("dialog")}>Dialog</Button>
            <Button onClick={() => setOpen("sheet")}>Sheet</Button>
            <Button onClick={() => toast.done("Resolved", { action: { label: "Undo", onClick: () => toast.say("Undone") } })}>Toast</Button>
            <DropdownMenu><DropdownMenuTrigger><Button>Menu</Button></DropdownMenuTrigger><DropdownMenuContent><DropdownMenuItem shortcut="E">Resolve</DropdownMenuItem><DropdownMenuSeparator /><DropdownMenuItem danger><Trash2 />Delete</DropdownMenuItem></DropdownMenuContent></DropdownMenu>
            <Combobox multiple label="Labels" placeholder="Search…" empty="Nothing found" trigger={<Button><Tag />Labels</Button>} options={[{ value: "1", label: "José" }, { value: "2", label: "Vendas" }]} selected={picked} onSelect={(value) => setPicked(picked.includes(value) ? picked.filter((each) => each !== value) : [...picked, value])} />
          </Row>
          <Tabs label="Views" value={tab} onValueChange={setTab} tabs={[{ value: "a", label: "Mine", count: 3 }, { value: "b", label: "All", count: 128 }]} />
        </Group>
        <Group title="Small things">
          <Row>{(["neutral", "accent", "good", "warn", "bad", "note"] as const).map((tone) => <Badge key={tone} tone={tone}>{tone}</Badge>)}<CountBadge count={3} label="3 unread" /><CountBadge count={120} label="120 unread" tone="quiet" /><Kbd>Ctrl</Kbd><Kbd>J</Kbd></Row>
          <Row>{["Ana Souza", "Bruno Lima", "Carla", "+55 11 98765-4321", "Débora Nunes", "李雷", "Élton John"].map((name) => <Avatar key={name} name={name} presence="online" />)}</Row>
          <Progress value={0.4} label="Upload" />
        </Group>
        <Card>
          <CardHeader title="A card with a list" description="Rows that belong together." actions={<Button variant="primary">Add</Button>} />
          <List label="People"><ListRow leading={<Avatar name="Ana Souza" />} title={<>Ana Souza <Badge>admin</Badge></>} detail="ana@example.com" actions={<IconButton label="Remove"><Trash2 /></IconButton>} /><ListRow leading={<Avatar name="Bruno Lima" />} title="Bruno Lima" detail="bruno@example.com" meta="ontem" /></List>
        </Card>
        <div className="grid gap-6 sm:grid-cols-3">
          <Card><SkeletonRows rows={3} label="Loading" /></Card>
          <Card><EmptyState icon={<Inbox />} title="Nothing waits" action={<Button>Look at all</Button>}>New conversations show here.</EmptyState></Card>
          <Card><ErrorState onRetry={() => undefined}>The server could not be reached.</ErrorState></Card>
        </div>
        {(["info", "good", "warn", "bad"] as const).map((tone) => <Alert key={tone} tone={tone}>A sentence that matters ({tone}).</Alert>)}
        <Dialog open={open === "dialog"} onOpenChange={() => setOpen(null)} title="Start the attendance" description="Choose the team first." footer={<Button variant="primary">Start</Button>}><Field label="Team">{(control) => <Input {...control} />}</Field></Dialog>
        <Sheet open={open === "sheet"} onOpenChange={() => setOpen(null)} title="New inbox" footer={<Button variant="primary">Create</Button>}>…</Sheet>
      </main>
    </TooltipProvider>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return <Card><CardHeader title={title} /><CardBody className="grid gap-4">{children}</CardBody></Card>;
}

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>;
}
