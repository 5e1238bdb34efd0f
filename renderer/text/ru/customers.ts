import type { customers as english } from "../en/customers";
import type { Russian } from "../russian";

export const customers: Russian<typeof english> = {
  title: "Клиенты",
  count_one: "{{count}} клиент",
  count_few: "{{count}} клиента",
  count_many: "{{count}} клиентов",
  count_other: "{{count}} клиента",
  edit: "Изменить",
  services: "Услуги",
  noServices: "Пока нет.",
  notFound: "Такого клиента нет",
  search: "Имя или e-mail",
  add: "Новый клиент",
  name: "Имя",
  email: "E-mail",
  note: "Примечание",
  emptyTitle: "Клиентов пока нет",
  emptyHint: "Их можно добавить и при оформлении заказа.",
  newTitle: "Новый клиент",
  editTitle: "Изменить клиента",
  save: "Сохранить клиента",
  create: "Добавить клиента",
};
