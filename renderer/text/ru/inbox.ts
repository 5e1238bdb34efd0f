import type { inbox as english } from "../en/inbox";
import type { Russian } from "../russian";

export const inbox = {
  title: "Сообщения",
  list: "Сообщения",
  department: "Отдел",
  allDepartments: "Все отделы",
  departmentUnread: "{{name}} ({{count}})",
  onlyUnread: "Только непрочитанные",
  unread_one: "{{count}} непрочитанное",
  unread_few: "{{count}} непрочитанных",
  unread_many: "{{count}} непрочитанных",
  unread_other: "{{count}} непрочитанных",
  unread_zero: "Непрочитанных нет",
  markAllRead: "Отметить всё прочитанным",
  failed: "Не удалось",
  isUnread: "Не прочитано",
  task: "T-{{number}}",
  service: "C-{{number}}",
  empty: "Сообщений нет",
  emptyHint: "Когда не удаётся то, что выполняется само, здесь об этом узнаёт ответственный отдел — с причиной.",
  emptyUnread: "Непрочитанных нет",
  emptyUnreadHint: "Всё прочитано.",
  showAll: "Показать все сообщения",
} as const satisfies Russian<typeof english>;
