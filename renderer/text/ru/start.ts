import type { start as english } from "../en/start";
import type { Russian } from "../russian";

export const start = {
  title: "У этой площадки ещё нет панели",
  intro: "Подключите первую. Остальные операторы добавляются в настройках.",
  introOfOthers: "Первую подключает администратор. Учебная площадка тем временем открыта всем.",
  practiceTitle: "Пока потренироваться",
  practiceText:
    "Маленький дата-центр, который существует только внутри программы. Пробуйте всё; сломать ничего нельзя.",
  practiceAction: "Открыть учебную площадку",
  practiceOpening: "Учебная площадка готовится. В первый раз это занимает несколько секунд.",
  connectTitle: "Подключить панель",
  connectText:
    "DCImanager 6 или DSmanager: адрес панели и вход администратора. Прежде чем что-либо сохранить, подключение проверяется.",
  connectAction: "Подключить панель",
  later: "Сначала осмотреться",
} as const satisfies Russian<typeof english>;
