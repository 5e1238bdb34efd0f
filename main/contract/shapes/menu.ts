import { z } from "zod";

/** The menus that a host has; their own names and what only the host can do, such as copying or quitting, are its own. */
export const menuNameShape = z.enum(["file", "edit", "view", "go", "list", "task", "help"]);
export type MenuName = z.infer<typeof menuNameShape>;

/** A command of the window, as a menu shows it. */
export const menuCommandShape = z.object({
  /** What `command.chosen` names when it was chosen. */
  id: z.string().min(1).max(60),
  menu: menuNameShape,
  /** Commands of one group stand together, lines between the groups. */
  group: z.string().max(60),
  label: z.string().min(1).max(120),
  /** Keys that the page hears and the menu only shows: `mod+k`, `shift+f6`, `a`, `g q`; empty when there are none. */
  keys: z.string().max(30),
  isEnabled: z.boolean(),
});
export type MenuCommand = Readonly<z.infer<typeof menuCommandShape>>;

export const menuShape = z.object({ commands: z.array(menuCommandShape).max(200) });
