import type { Phrase } from "../phrase-book";

/** What each call about equipment, labels, steps and records is for, as whoever makes a token reads it. */
export const equipmentCallPhrases: readonly Phrase[] = [
  [
    "Servers of one panel or of all, from the local copies; `takenAt` is the oldest of these",
    "Серверы одной панели или всех, из местных копий; `takenAt` — самая старая из них",
  ],
  [
    "A server as the panel shows it now, or as last seen",
    "Сервер, каким его показывает панель сейчас или каким его видели в последний раз",
  ],
  [
    "Where a server or a service's equipment is and what it hangs on",
    "Где стоит сервер или оборудование услуги и к чему оно подключено",
  ],
  ["Register the card's server in the panel", "Зарегистрировать сервер карточки на панели"],
  ["Set or clear the server's owner", "Назначить или снять владельца сервера"],
  ["Record a cable to a switch port, an outlet or a BMC", "Записать кабель к порту коммутатора, розетке или BMC"],
  ["Remove a recorded cable", "Удалить записанный кабель"],
  ["Switch the server on or off or reset it", "Включить, выключить или перезагрузить сервер"],
  ["A rack with its units", "Стойка с её юнитами"],
  [
    "All racks that the panels tell of, with how full they are",
    "Все стойки, о которых сообщают панели, и насколько они заполнены",
  ],
  [
    "A rack with everything that takes its units: servers, plans, reservations, service units",
    "Стойка со всем, что занимает её юниты: серверы, планы, резервы, служебные юниты",
  ],
  [
    "Keep units of a rack free until a day, or mark them as the site's own; an overlap is refused",
    "Держать юниты стойки свободными до дня или отметить их служебными; пересечение отклоняется",
  ],
  ["Give reserved or service units back", "Освободить зарезервированные или служебные юниты"],
  [
    "Say in which units a service's equipment is to be mounted; the card follows, an overlap is refused",
    "Указать, в какие юниты ставить оборудование услуги; карточка следует за этим, пересечение отклоняется",
  ],
  [
    "Take back where a service's equipment was to be mounted",
    "Отменить место, куда собирались ставить оборудование услуги",
  ],
  ["Say how much power and bandwidth of a rack may be sold", "Указать, сколько мощности и полосы стойки можно продать"],
  ["Racks as a file for paper or screen", "Стойки файлом для бумаги или экрана"],
  [
    "Address pools of all panels by family, fullest first",
    "Пулы адресов всех панелей по семействам, сначала самые полные",
  ],
  ["The free addresses of a pool that come next", "Следующие свободные адреса пула"],
  ["How complete and how old the local copies of the panels are", "Насколько полны и стары местные копии панелей"],
  [
    "Read all servers of a panel again; answers at once, progress comes as events",
    "Прочитать все серверы панели заново; отвечает сразу, ход приходит событиями",
  ],
  ["Stop reading a panel's servers", "Прекратить чтение серверов панели"],
  ["The ports of a switch, in port order", "Порты коммутатора по порядку"],
  ["The outlets of a PDU", "Розетки PDU"],
  ["Users of a panel who may own a server", "Пользователи панели, которые могут владеть сервером"],
  [
    "Servers, racks and ports that have or need a label; those that need one come first",
    "Серверы, стойки и порты, у которых есть или нужна наклейка; сначала те, кому нужна",
  ],
  [
    "What one thing's label tells, and when it was printed; gives the thing its short id if it has none yet",
    "Что говорит наклейка объекта и когда её печатали; даёт объекту короткий id, если его ещё нет",
  ],
  ["Say that things need a label, or need none any more", "Отметить, что объектам нужна наклейка или больше не нужна"],
  [
    "Lay a template out with the values of a subject, or with sample values, as the printer would print it",
    "Разметить шаблон значениями объекта или примерными, как напечатал бы принтер",
  ],
  ["What all labels of the site have in common", "Что общего у всех наклеек площадки"],
  [
    "Change what all labels have in common; labels that are printed stay readable",
    "Изменить общее у всех наклеек; напечатанные по-прежнему читаются",
  ],
  [
    "Templates, built-in ones included; of one kind, or only those that fit a stock, where that is asked",
    "Шаблоны, и встроенные; если спрошено — одного вида или подходящие к носителю",
  ],
  ["Add a template", "Добавить шаблон"],
  ["Change a template; its version counts up", "Изменить шаблон; его версия растёт"],
  ["Remove a template", "Удалить шаблон"],
  ["Templates as a document", "Шаблоны документом"],
  [
    "Add the templates of a document, all of them or none; one from a newer version is refused",
    "Добавить шаблоны документа, все или ни одного; документ более новой версии отклоняется",
  ],
  ["Stock, the table of makers' stock included", "Носители, и из таблицы производителей"],
  ["Add stock of one's own", "Добавить свой носитель"],
  ["Change stock of one's own", "Изменить свой носитель"],
  [
    "Remove stock of one's own that no printer has loaded",
    "Удалить свой носитель, который не заправлен ни в один принтер",
  ],
  ["Printers by name", "Принтеры по имени"],
  ["Add a printer", "Добавить принтер"],
  ["Change a printer or what is loaded in it", "Изменить принтер или то, что в него заправлено"],
  [
    "Remove a printer that no unfinished job waits for",
    "Удалить принтер, которого не ждёт ни одно незавершённое задание",
  ],
  ["Look for printers on the network and in the system", "Искать принтеры в сети и в системе"],
  ["Ask a printer how it is", "Спросить принтер, как он"],
  [
    "How many labels and pages it would be, and what stands against them",
    "Сколько будет наклеек и страниц и что против них",
  ],
  [
    "Queue labels for a printer; warnings have to be named to be printed over",
    "Поставить наклейки в очередь принтера; чтобы печатать вопреки предупреждениям, их нужно назвать",
  ],
  ["Print jobs, newest first", "Задания печати, сначала новые"],
  ["One print job as it is now", "Одно задание печати, каково оно сейчас"],
  [
    "Stop a job; what is in the printer already still comes out",
    "Остановить задание; то, что уже в принтере, всё же выйдет",
  ],
  [
    "Print what is not known to have come out, or all of it again",
    "Напечатать то, что не вышло наверняка, или всё снова",
  ],
  ["Say how many labels of an unsure job came out", "Указать, сколько наклеек неподтверждённого задания вышло"],
  [
    "The next piece of the file that a job made, in base64, until isEnd",
    "Следующий кусок файла, созданного заданием, в base64, до isEnd",
  ],
  ["What a scanned text is", "Что такое считанный текст"],
  [
    "Record that a thing was scanned in a rack; says so when panel or card place it elsewhere",
    "Записать, что объект считали в стойке; говорит, если панель или карточка помещают его в другое место",
  ],
  ["Steps on their way to the panels", "Шаги на пути к панелям"],
  ["One step as it is now", "Один шаг, каков он сейчас"],
  ["One entry of the journal", "Одна запись журнала"],
  ["Try a stopped or waiting step again now", "Повторить остановившийся или ждущий шаг сейчас"],
  ["Give a step up, with the reason", "Снять шаг с причиной"],
  ["Pause a step that has not gone out; its lane waits", "Приостановить шаг, который ещё не ушёл; его полоса ждёт"],
  ["Let a paused step go on", "Отпустить приостановленный шаг"],
  [
    "Change the values of a step that waits or needs attention",
    "Изменить значения шага, который ждёт или требует решения",
  ],
  [
    "Decide a conflict: send what is wanted, or leave all as found and end the step",
    "Решить расхождение: отправить нужное или оставить всё как найдено и завершить шаг",
  ],
  ["Messages to the operator's departments, newest first", "Сообщения отделам оператора, сначала новые"],
  ["How many messages the operator has not read, by department", "Сколько сообщений оператор не прочитал, по отделам"],
  ["Mark messages as read by the operator", "Отметить сообщения прочитанными этим оператором"],
  [
    "What was done, by whom, when, where and what it changed; newest first",
    "Что сделано, кем, когда, где и что это изменило; сначала новое",
  ],
  [
    "Look for a text in everything: numbers, labels, serials, addresses, racks, customers; whole words first",
    "Искать текст во всём: номера, метки, серийные номера, адреса, стойки, клиенты; сначала целые слова",
  ],
  ["Saved views that the operator can use, by name", "Сохранённые виды, доступные оператору, по имени"],
  ["Save a view of a list", "Сохранить вид списка"],
  ["Change a saved view; one's own, or a shared one", "Изменить сохранённый вид, свой или общий"],
  ["Remove a saved view", "Удалить сохранённый вид"],
  [
    "The next piece of a list as CSV, filtered and sorted as the list is",
    "Следующий кусок списка в CSV, отфильтрованный и отсортированный как список",
  ],
  [
    "How the site fares: queue by age, throughput by day, failures by panel, links",
    "Как дела у площадки: очередь по возрасту, работа по дням, сбои по панелям, связь",
  ],
  [
    "Hold every entry against the chain of hashes; names the first link that is broken",
    "Сверить каждую запись с цепочкой хешей; называет первое разорванное звено",
  ],
  [
    "The next entries as text of a file that can be verified; oldest first, until isEnd",
    "Следующие записи текстом файла, который можно проверить; сначала старые, до isEnd",
  ],
];
