import type { faults as english } from "../en/faults";
import type { Russian } from "../russian";

export const faults = {
  title: {
    "invalid-input": "Что-то в форме нужно поправить",
    "not-found": "Этого больше нет",
    stale: "За это время запись изменилась",
    "not-allowed": "Сейчас это невозможно",
    locked: "Сохранённые пароли закрыты",
    "signed-out": "Здесь никто не вошёл",
    "wrong-secret": "Не совпало",
    "needs-sign-in": "{{system}} не принимает вход",
    "untrusted-certificate": "Сертификату {{system}} нет доверия",
    "remote-refused": "{{system}}: отказ",
    unavailable: "{{system}}: нет связи",
    internal: "Rackside не удалось это сделать",
  },
  hint: {
    "not-found": "Возможно, запись удалили. Вернитесь и посмотрите в списке.",
    stale: "Показано самое новое состояние. Посмотрите и повторите.",
    locked: "Откройте их вверху окна и повторите. Всё остальное тем временем работает.",
    "wrong-secret": "Следующая попытка возможна {{when}}.",
    "needs-sign-in": "Проверьте логин и пароль модуля.",
    "untrusted-certificate": "Сверьте отпечаток с администратором панели и подтвердите доверие в модуле.",
    unavailable: "Ничего не потеряно. Повторите или продолжайте: шаги ждут и уйдут, когда панель ответит.",
    internal: "Повторите. Если не поможет, передайте администратору этот номер: {{reference}}",
  },
  tryAgain: "Повторить",
  openModules: "Открыть модули",
} as const satisfies Russian<typeof english>;
