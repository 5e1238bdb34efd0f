import { Menu, shell } from "electron";
import type { MenuItemConstructorOptions } from "electron";
import type { HostTexts } from "./text/texts";

interface MenuParts {
  readonly logDirectory: string;
  /** Shows the development tools' entry. */
  readonly hasTools: boolean;
  readonly lock: () => void;
  readonly texts: HostTexts;
}

/** Sets the application menu. The console's own actions are in the page's palette; here are only the window's. */
export function installMenu({ logDirectory, hasTools, lock, texts: { menu } }: MenuParts): void {
  const menus: MenuItemConstructorOptions[] = [
    {
      label: menu.file,
      submenu: [
        // The page hears the key; the menu shows it.
        { label: menu.lock, accelerator: "CmdOrCtrl+L", registerAccelerator: false, click: lock },
        { type: "separator" },
        // Quits by closing the window, so that the window can tell what still waits.
        { role: "close", label: menu.quit, accelerator: "CmdOrCtrl+Q" },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { role: "undo", label: menu.undo },
        { role: "redo", label: menu.redo },
        { type: "separator" },
        { role: "cut", label: menu.cut },
        { role: "copy", label: menu.copy },
        { role: "paste", label: menu.paste },
        { role: "selectAll", label: menu.selectAll },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { role: "resetZoom", label: menu.resetZoom },
        { role: "zoomIn", label: menu.zoomIn },
        { role: "zoomOut", label: menu.zoomOut },
        { type: "separator" },
        { role: "togglefullscreen", label: menu.fullScreen },
        { type: "separator" },
        { role: "reload", label: menu.reload, accelerator: "F5" },
        ...(hasTools ? [{ role: "toggleDevTools", label: menu.tools } as const] : []),
      ],
    },
    {
      label: menu.window,
      submenu: [
        { role: "minimize", label: menu.minimize },
        { role: "close", label: menu.close },
      ],
    },
    {
      label: menu.help,
      submenu: [
        { label: menu.openLogs, click: () => void shell.openPath(logDirectory) },
        { role: "about", label: menu.about },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}
