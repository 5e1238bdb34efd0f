import { z } from "zod";
import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Issue } from "../contract/faults";
import { templateFileShape, templateFormat } from "../contract/shapes/label";
import type { Template, TemplateContent } from "../contract/shapes/label";
import type { TemplateRecord } from "../ports/label-store";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { endFormDraft } from "./form-drafts";
import { getStock } from "./label-stocks";

type Templates = Pick<Repositories, "labelTemplates">;

/** A template by its id, built-in or one's own; a `not-found` fault when there is none. */
export async function getTemplate(app: App, { labelTemplates }: Templates, id: string): Promise<Template> {
  const builtIn = app.labelLibrary.templates.find((template) => template.id === id);
  if (builtIn) return builtIn;
  return own(existing(await labelTemplates.find(id), "template", id));
}

function own(record: TemplateRecord): Template {
  return { ...record, isBuiltIn: false };
}

async function all(app: App, { labelTemplates }: Templates): Promise<Template[]> {
  return [...(await labelTemplates.list()).map(own), ...app.labelLibrary.templates];
}

/** One's own templates first. */
export function listTemplates(
  app: App,
  { kind, stockId }: ParsedInput<"label-template.list">,
): Promise<CallOutput<"label-template.list">> {
  return app.store.read(async (repositories) => {
    const stock = stockId === null ? undefined : await getStock(app, repositories, stockId);
    return (await all(app, repositories)).filter(
      (template) => (kind === null || template.kind === kind) && (!stock || app.labelLibrary.fits(template, stock)),
    );
  });
}

export function addTemplate(app: App, input: ParsedInput<"label-template.add">): Promise<Template> {
  const { form, ...content } = input;
  return change(app, "label-template.add", async (unit) => {
    await requireSound(app, unit, content, null);
    const added = await store(app, unit, content);
    await endFormDraft(unit, form);
    return added;
  });
}

export function saveTemplate(app: App, input: ParsedInput<"label-template.save">): Promise<Template> {
  const { form, ...content } = input;
  return change(app, "label-template.save", async (unit) => {
    const before = await getOwn(app, unit, input.id, "changed. Make a copy of it");
    await requireSound(app, unit, content, input.id);
    const saved = own(
      await unit.repositories.labelTemplates.save({
        ...content,
        version: before.version + 1,
        elements: content.elements,
      }),
    );
    await endFormDraft(unit, form);
    journal(unit, saved, `changed, version ${String(saved.version)}`);
    return saved;
  });
}

/** Jobs keep the template that they were made with. */
export async function removeTemplate(
  app: App,
  { id }: ParsedInput<"label-template.remove">,
): Promise<Record<string, never>> {
  await change(app, "label-template.remove", async (unit) => {
    const template = await getOwn(app, unit, id, "removed");
    await unit.repositories.labelTemplates.remove(id);
    journal(unit, template, "removed");
  });
  return {};
}

export function exportTemplates(
  app: App,
  { ids }: ParsedInput<"label-template.export">,
): Promise<CallOutput<"label-template.export">> {
  return app.store.read(async (repositories) => {
    const templates: TemplateContent[] = [];
    for (const id of ids) templates.push(contentOf(await getTemplate(app, repositories, id)));
    return { rackside: "label-templates", format: templateFormat, templates };
  });
}

export function importTemplates(
  app: App,
  { document }: ParsedInput<"label-template.import">,
): Promise<CallOutput<"label-template.import">> {
  const contents = readDocument(document);
  return change(app, "label-template.import", async (unit) => {
    const issues: Issue[] = [];
    const names = new Set((await all(app, unit.repositories)).map((one) => one.name.toLowerCase()));
    contents.forEach((content, index) => {
      const path = `document.templates.${String(index)}`;
      if (names.has(content.name.toLowerCase()))
        issues.push({ path: `${path}.name`, message: `There is a template ${content.name} already` });
      names.add(content.name.toLowerCase());
      issues.push(...elementIssues(content).map((issue) => ({ ...issue, path: `${path}.${issue.path}` })));
    });
    if (issues.length > 0) throw invalidInput(issues);
    const added: Template[] = [];
    for (const content of contents) added.push(await store(app, unit, content));
    return added;
  });
}

const headShape = z.object({ rackside: z.literal("label-templates"), format: z.number().int() });

/** Of a newer format nothing is read: what this version does not know would be lost without a word. */
function readDocument(document: unknown): readonly TemplateContent[] {
  const head = headShape.safeParse(document);
  if (!head.success) throw invalidInput([{ path: "document", message: "This is no document of label templates" }]);
  const { format } = head.data;
  if (format > templateFormat) {
    const versions = `its format is ${String(format)}, this version reads up to ${String(templateFormat)}`;
    throw notAllowed("newer-format", `The templates are from a newer version of Rackside: ${versions}`);
  }
  const parsed = templateFileShape.safeParse(document);
  if (parsed.success) return parsed.data.templates;
  throw invalidInput(
    parsed.error.issues.map(({ path, message }) => ({ path: ["document", ...path].join("."), message })),
  );
}

async function store(app: App, unit: Change, content: TemplateContent): Promise<Template> {
  const record = { ...contentOf(content), id: app.makeId(), revision: 0, version: 1 };
  const added = own(await unit.repositories.labelTemplates.add(record));
  journal(unit, added, "added");
  return added;
}

function contentOf({ name, kind, width, height, elements }: TemplateContent): TemplateContent {
  return { name, kind, width, height, elements };
}

async function getOwn(app: App, unit: Change, id: string, what: string): Promise<Template> {
  const template = await getTemplate(app, unit.repositories, id);
  if (template.isBuiltIn) throw notAllowed("built-in", `${template.name} is built in and cannot be ${what}`);
  return template;
}

async function requireSound(app: App, unit: Change, content: TemplateContent, ownId: string | null): Promise<void> {
  const others = (await all(app, unit.repositories)).filter((one) => one.id !== ownId);
  const isTaken = others.some((one) => one.name.toLowerCase() === content.name.toLowerCase());
  const issues = [
    ...(isTaken ? [{ path: "name", message: "Another template has this name" }] : []),
    ...elementIssues(content),
  ];
  if (issues.length > 0) throw invalidInput(issues);
}

/** What the shape of a template cannot say. */
function elementIssues({ elements }: TemplateContent): Issue[] {
  const seen = new Set<string>();
  return elements.flatMap((element, index) => {
    const path = `elements.${String(index)}`;
    const isDouble = seen.has(element.id);
    seen.add(element.id);
    return [
      ...(isDouble ? [{ path: `${path}.id`, message: "Two elements have this id" }] : []),
      ...(element.type === "text" && element.minimumSize > element.size
        ? [{ path: `${path}.minimumSize`, message: "Larger than the size that it shrinks from" }]
        : []),
    ];
  });
}

function journal(unit: Change, { id, name }: Template, what: string): void {
  unit.touch("label-template", id);
  unit.journal({ entity: "label-template", entityId: id, serviceId: null, summary: `Label template ${name} ${what}` });
}
