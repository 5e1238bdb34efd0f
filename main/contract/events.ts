import { z } from "zod";
import { configurationPartShape, linkShape } from "./shapes/module";

export const entityShape = z.enum([
  "department",
  "data-centre",
  "customer",
  "module",
  "tariff",
  "enumeration",
  "message",
  "service",
  "task",
  "draft",
  "action",
  "journal",
  "operator",
  "token",
  "label",
  "label-template",
  "label-stock",
  "printer",
  "print-job",
  "view",
  "mirror",
  "rack",
  "console",
]);
export type Entity = z.infer<typeof entityShape>;

/** What the program tells by itself, always after the change is committed. */
export const eventShape = z.discriminatedUnion("name", [
  z.object({
    name: z.literal("records.changed"),
    changes: z.array(z.object({ entity: entityShape, id: z.string() })),
  }),
  z.object({ name: z.literal("links.changed"), links: z.array(linkShape) }),
  /** A module's configuration is being read; `done` of `total` parts are there. */
  z.object({
    name: z.literal("configuration.progress"),
    moduleId: z.string(),
    part: configurationPartShape,
    done: z.number().int(),
    total: z.number().int(),
  }),
  /** The local copy of a panel is being read: `done` of `total` servers are there. */
  z.object({
    name: z.literal("mirror.progress"),
    moduleId: z.string(),
    done: z.number().int(),
    total: z.number().int(),
  }),
  /** The operator chose something outside the window, such as a desktop notification: it is to be shown. */
  z.object({ name: z.literal("record.chosen"), entity: z.enum(["message", "task"]), id: z.string() }),
  /** A command was chosen in the menu of the host, by the id that `menu.show` gave it. */
  z.object({ name: z.literal("command.chosen"), id: z.string() }),
  /** Somebody signed in, locked or left, or the vault was opened or changed: `console.describe` tells what holds now. */
  z.object({ name: z.literal("session.changed") }),
  /** The desktop locks, or Lock was chosen in its menu: the page saves what was typed and locks the console. */
  z.object({ name: z.literal("lock.requested") }),
  /** Another profile was opened: everything shown so far is of the past. */
  z.object({ name: z.literal("profile.opened") }),
]);
export type ConsoleEvent = z.infer<typeof eventShape>;
