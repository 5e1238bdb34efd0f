import type { HostTexts } from "./texts";

const rules = new Intl.PluralRules("ru");

export const ru: HostTexts = {
  menu: {
    file: "&Файл",
    quit: "В&ыход",
    edit: "&Правка",
    cut: "Вы&резать",
    copy: "&Копировать",
    paste: "Вст&авить",
    selectAll: "Выделить вс&ё",
    view: "&Вид",
    fullScreen: "Во весь &экран",
    reload: "Пере&загрузить",
    tools: "&Инструменты разработчика",
    window: "&Окно",
    minimize: "&Свернуть",
    close: "&Закрыть",
    go: "Пере&ход",
    list: "&Список",
    task: "&Задача",
    help: "&Справка",
    openLogs: "Открыть папку с логами",
    about: "О программе Rackside",
  },
  outside: {
    question: (host) => `Открыть ${host} в браузере?`,
    open: "Открыть",
    cancel: "Отмена",
  },
  leaving: {
    stepsWait: (count) => counted(count, { one: "шаг ждёт", few: "шага ждут", many: "шагов ждут" }),
    goOutLater: (count) => (count === 1 ? "Он уйдёт при следующем запуске." : "Они уйдут при следующем запуске."),
    quit: "Выйти",
    stay: "Остаться",
  },
  notice: {
    needDecision: (count) =>
      counted(count, { one: "шаг требует решения", few: "шага требуют решения", many: "шагов требуют решения" }),
    messages: (count) => counted(count, { one: "сообщение", few: "сообщения", many: "сообщений" }),
    failed: (subject) => `Не удалось: ${subject}`,
    failedAndMore: (subject, more) => `Не удалось: ${subject} и ещё ${String(more)}`,
  },
  crash: {
    title: "Rackside придётся закрыть",
    text: (reference) =>
      `Внутри что-то пошло не так. Введённое сохранено; запустите Rackside снова, чтобы продолжить.\nВ логе это записано под номером ${reference}.`,
  },
  cannotStart: "Rackside не запускается",
};

interface Forms {
  readonly one: string;
  readonly few: string;
  readonly many: string;
}

/** `21 шаг`, `22 шага`, `25 шагов`. */
function counted(count: number, { one, few, many }: Forms): string {
  const form = rules.select(count);
  return `${String(count)} ${form === "one" ? one : form === "few" ? few : many}`;
}
