import { answerList } from "./list-answer";
import type { Route } from "./router";

export const templateRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dci/v3/os_template",
    answer: ({ query }, world) => answerList(query, { rows: world.site.templates, view: (template) => template }),
  },
];
