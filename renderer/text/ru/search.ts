import type { search as english } from "../en/search";
import type { Russian } from "../russian";

export const search: Russian<typeof english> = {
  open: "Поиск",
  title: "Поиск по всему",
  placeholder: "Номер, метка, серийный номер, IP, MAC, стойка, клиент",
  hint: "Можно и часть. Enter открывает первое найденное.",
  looking: "Идёт поиск…",
  nothing: "Ничего не найдено.",
  results: "Найденное",
  kind: {
    exact: "Именно это",
    task: "Задачи",
    service: "Услуги",
    customer: "Клиенты",
    server: "Серверы",
    address: "Адреса",
    rack: "Стойки",
    switch: "Коммутаторы",
    tariff: "Тарифы",
  },
  all: {
    task: "Показать все эти задачи",
    service: "Показать все эти услуги",
    customer: "Показать всех этих клиентов",
    server: "Показать все эти серверы",
    address: "Показать серверы с этими адресами",
    rack: "Показать все эти стойки",
    switch: "Показать все эти коммутаторы",
    tariff: "Показать все эти тарифы",
  },
};
