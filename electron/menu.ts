import { Menu, shell } from "electron";
import type { MenuCommand } from "../main/contract/shapes/menu";
import { menuTemplate } from "./menu-template";
import type { ReadTexts } from "./text/texts";

interface MenuOptions {
  readonly logDirectory: string;
  readonly hasTools: boolean;
  readonly readTexts: ReadTexts;
  /** Tells the page that one of its commands was chosen. */
  readonly choose: (id: string) => void;
}

export interface ApplicationMenu {
  /** Draws the menu in the present language, with the commands that the page has put into it. */
  draw(): void;
  /** Takes the commands of the page. */
  show(commands: readonly MenuCommand[]): void;
}

/** Keeps the application menu: what the page can do and what the host can do, in one place. */
export function createApplicationMenu({ logDirectory, hasTools, readTexts, choose }: MenuOptions): ApplicationMenu {
  let shown: readonly MenuCommand[] = [];
  const draw = (): void => {
    const template = menuTemplate({
      texts: readTexts().menu,
      commands: shown,
      hasTools,
      isMac: process.platform === "darwin",
      choose,
      openLogs: () => void shell.openPath(logDirectory),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  return {
    draw,
    show(commands) {
      const isSame = wordsOf(commands) === wordsOf(shown);
      shown = commands;
      if (!isSame) {
        draw();
        return;
      }
      // What can be done here changes with every row that is opened; the menu is not built anew for it.
      for (const { id, isEnabled } of commands) {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id);
        if (item) item.enabled = isEnabled;
      }
    },
  };
}

function wordsOf(commands: readonly MenuCommand[]): string {
  return JSON.stringify(commands.map(({ isEnabled: _, ...words }) => words));
}
