import { create } from "zustand";
import { createDeskSlice, type DeskSlice } from "./desk";
import { createDraftsSlice, type DraftsSlice } from "./drafts";
import { createFormsSlice, type FormsSlice } from "./forms";
import { createLinksSlice, type LinksSlice } from "./links";
import { createQueriesSlice, type QueriesSlice } from "./queries";
import { createListRunsSlice, type ListRunsSlice } from "./list-runs";
import { createListsSlice, type ListsSlice } from "./lists";
import { createPrintingSlice, type PrintingSlice } from "./printing";
import { createReadingsSlice, type ReadingsSlice } from "./readings";
import { createSessionSlice, type SessionSlice } from "./session";
import { createViewSlice, type ViewSlice } from "./view";

export type ConsoleState = QueriesSlice &
  LinksSlice &
  ReadingsSlice &
  PrintingSlice &
  ListsSlice &
  ListRunsSlice &
  SessionSlice &
  ViewSlice &
  DeskSlice &
  DraftsSlice &
  FormsSlice;

/** The one store of the window. Components select one field: `useConsole((state) => state.route)`. */
export const useConsole = create<ConsoleState>()((...parts) => ({
  ...createQueriesSlice(...parts),
  ...createLinksSlice(...parts),
  ...createReadingsSlice(...parts),
  ...createPrintingSlice(...parts),
  ...createListsSlice(...parts),
  ...createListRunsSlice(...parts),
  ...createSessionSlice(...parts),
  ...createViewSlice(...parts),
  ...createDeskSlice(...parts),
  ...createDraftsSlice(...parts),
  ...createFormsSlice(...parts),
}));
