import type { whereabouts as english } from "../en/whereabouts";
import type { Russian } from "../russian";

export const whereabouts = {
  title: "Где находится",
  copy: "Скопировать всё",
  dataCentre: "Дата-центр",
  room: "Помещение",
  rack: "Стойка",
  port: "Порт коммутатора",
  outlet: "Розетка PDU",
  ipmi: "IPMI",
  mac: "MAC",
  serial: "Серийный номер",
  addresses: "Адреса",
  notRecorded: "не записано",
  noRack: "стойка не записана",
  noUnits: "юниты не записаны",
  noAddresses: "не назначены",
  none: {
    switch: "Подключение не записано",
    pdu: "Розетка не записана",
    ipmi: "Не записан",
  },
  from: {
    card: "по карточке",
    scan: "по сканированию",
  },
  fromPanel: "По данным панели,",
  lastKnown: "По последним данным,",
  notFromPanel: "Панель об этом не сообщала: это сведения Rackside.",
} as const satisfies Russian<typeof english>;
