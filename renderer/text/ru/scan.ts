import type { scan as english } from "../en/scan";
import type { Russian } from "../russian";

export const scan = {
  rackWaits: "Считана стойка: {{rack}}. Считайте сервер, который в ней стоит.",
  forgetRack: "Забыть стойку",
  placed: "{{title}} стоит здесь: {{rack}}",
  wrongPlace: "Он должен стоять здесь: {{rack}}. Считывание записано; проверьте, что из двух верно.",
  placeUnknown: "Ни панель, ни карточка не говорят, где его место.",
  notRecorded: "Место не записано",
  unknown: "Это не наклейка этой площадки",
  nothing: "По этому коду ничего не известно",
} as const satisfies Russian<typeof english>;
