import { Menu, shell } from "electron";
import type { MenuItemConstructorOptions } from "electron";

interface MenuParts {
  readonly logDirectory: string;
  /** Shows the development tools' entry. */
  readonly hasTools: boolean;
  readonly lock: () => void;
}

/** Sets the application menu. The console's own actions are in the page's palette; here are only the window's. */
export function installMenu({ logDirectory, hasTools, lock }: MenuParts): void {
  const menus: MenuItemConstructorOptions[] = [
    {
      label: "&File",
      submenu: [
        // The page hears the key; the menu shows it.
        { label: "&Lock", accelerator: "CmdOrCtrl+L", registerAccelerator: false, click: lock },
        { type: "separator" },
        // Quits by closing the window, so that the window can tell what still waits.
        { role: "close", label: "&Quit", accelerator: "CmdOrCtrl+Q" },
      ],
    },
    {
      label: "&Edit",
      submenu: [
        { role: "undo" },
        { role: "redo" },
        { type: "separator" },
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
      ],
    },
    {
      label: "&View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
        { type: "separator" },
        { role: "reload", accelerator: "F5" },
        ...(hasTools ? [{ role: "toggleDevTools" } as const] : []),
      ],
    },
    { label: "&Window", submenu: [{ role: "minimize" }, { role: "close" }] },
    {
      label: "&Help",
      submenu: [{ label: "Open the log folder", click: () => void shell.openPath(logDirectory) }, { role: "about" }],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}
