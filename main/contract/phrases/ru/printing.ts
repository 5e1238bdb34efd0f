import type { Phrase } from "../phrase-book";

/** Printers, print jobs and what came out. */
export const printingPhrases: readonly Phrase[] = [
  ["1 print job waits", "Ждёт 1 задание печати"],
  [
    "{count:number} print jobs wait",
    { one: "Ждёт {count} задание печати", few: "Ждут {count} задания печати", many: "Ждут {count} заданий печати" },
  ],
  [
    "{jobs:phrase} for {printer}. Let them end or cancel them first",
    "{jobs}: {printer}. Сначала дайте им завершиться или отмените их",
  ],
  ["Another printer has this name", "Это название уже у другого принтера"],
  ["The system's viewer opens PDF only", "Системная программа открывает только PDF"],
  [
    "Sheets are printed as PDF; this printer takes labels from a roll",
    "Листы печатаются в PDF; этот принтер берёт наклейки с рулона",
  ],
  [
    "Sheets are printed as PDF; {printer} takes labels from a roll",
    "Листы печатаются в PDF; {printer} берёт наклейки с рулона",
  ],
  ["A sheet of {stock} has {count} labels", "На листе {stock} наклеек: {count}"],
  ["Printer {name} {what:phrase}", "Принтер {name}: {what}"],
  [
    "{template} is for labels of the kind {kind:phrase}, {name} is of the kind {other:phrase}",
    "{template} — для вида «{kind}», а {name} — вида «{other}»",
  ],
  [
    "{remarks:phrase}. Print over it, or change template, stock or printer",
    "{remarks}. Напечатайте вопреки или смените шаблон, носитель или принтер",
  ],
  ["1 label", "1 наклейка"],
  ["{count:number} labels", { one: "{count} наклейка", few: "{count} наклейки", many: "{count} наклеек" }],
  ["Changed while it was being printed", "Изменилось, пока печаталось"],
  ["{labels:phrase} for {printer}: {title}", "{printer}, {labels}: {title}"],
  [
    "{labels:phrase} for {printer}: {title}; printed over: {rules:list}",
    "{printer}, {labels}: {title}; напечатано вопреки: {rules}",
  ],
  ["{first} and {count:number} more", "{first} и ещё {count}"],
  ["This job is {state:phrase} already", "Это задание уже в состоянии: {state}"],
  ["waiting", "ждёт"],
  ["sending", "отправляется"],
  ["printing", "печатается"],
  ["unsure", "не подтверждено"],
  ["failed", "не напечатано"],
  ["printed", "напечатано"],
  ["cancelled", "отменено"],
  ["Printing of {title} cancelled, {result:phrase}", "Печать отменена: {title}, {result}"],
  ["This job is on its way already", "Это задание уже в пути"],
  [
    "All labels of this job came out. Print it again from the start",
    "Все наклейки этого задания вышли. Напечатайте его снова с начала",
  ],
  [
    "{printer} is not there any more. Print the labels on another printer",
    "Принтера {printer} больше нет. Напечатайте наклейки на другом",
  ],
  ["All of it again", "Всё снова"],
  ["The rest, after {printed} of {total}", "Остальное, после {printed} из {total}"],
  [
    "Only of an unsure job a person says what came out",
    "Человек говорит, что вышло, только о неподтверждённом задании",
  ],
  ["Between {least}, which the printer told, and {most}", "От {least} — столько сообщил принтер — до {most}"],
  [
    "Not all labels came out. Print the rest when the printer is ready",
    "Вышли не все наклейки. Напечатайте остальные, когда принтер будет готов",
  ],
  ["{printed} of {total} came out", "вышло {printed} из {total}"],
  [
    "All labels were sent. This printer does not tell over the network what comes out: see how many did, and say so",
    "Все наклейки отправлены. Этот принтер не сообщает по сети, что вышло: посмотрите, сколько, и укажите",
  ],
  ["The printer takes no more data for now", "Принтер пока не принимает данные"],
  ["The printer was switched off", "Принтер выключили"],
  [
    "The printer is ready, but did not say that the label came out. See which labels are there",
    "Принтер готов, но не сообщил, что наклейка вышла. Посмотрите, какие есть",
  ],
  [
    "This printer does not tell its state over the network; labels can be printed all the same",
    "Этот принтер не сообщает своё состояние по сети; печатать всё равно можно",
  ],
  [
    "{loaded:phrase} is loaded, and this job is for {wanted:phrase}. {advice:phrase}",
    "Заправлено: {loaded}, а заданию нужно: {wanted}. {advice}",
  ],
  ["{width} × {height} mm", "{width} × {height} мм"],
  ["{width} mm tape", "лента {width} мм"],
  ["The printer is at work; this job is next", "Принтер работает; это задание следующее"],
  ["The printer is paused. Press its pause key to go on", "Принтер приостановлен. Нажмите на нём клавишу паузы"],
  [
    "The printer is out of labels. Load a new roll; it goes on by itself",
    "В принтере кончились наклейки. Заправьте новый рулон; он продолжит сам",
  ],
  [
    "Other labels are loaded than this job is for. Load the right ones, or choose another printer",
    "Заправлены не те наклейки. Заправьте нужные или выберите другой принтер",
  ],
  [
    "The ribbon is used up. Put in a new one; the printer goes on by itself",
    "Лента кончилась. Вставьте новую; принтер продолжит сам",
  ],
  [
    "The cover or the print head is open. Close it; the printer goes on by itself",
    "Открыта крышка или головка. Закройте; принтер продолжит сам",
  ],
  [
    "The cutter is jammed. Switch the printer off, clear the cutter and switch it on again",
    "Нож заело. Выключите принтер, освободите нож и включите снова",
  ],
  [
    "The labels are jammed. Take them out, load them again and close the cover",
    "Наклейки замялись. Выньте их, заправьте снова и закройте крышку",
  ],
  [
    "The print head is too hot. It goes on when it has cooled down",
    "Головка перегрелась. Печать продолжится, когда она остынет",
  ],
  [
    "The printer takes the connection and answers nothing. Look whether labels or ribbon are used up, the head is open or it is too hot",
    "Принтер принимает соединение и молчит. Посмотрите, не кончились ли наклейки или лента, не открыта ли головка, не перегрета ли она",
  ],
  [
    "The printer cannot be reached. Look whether it is switched on and connected, and whether its address is right",
    "Нет связи с принтером. Посмотрите, включён ли он и подключён ли и верен ли его адрес",
  ],
  ["The printer reports an error. Its display says which", "Принтер сообщает об ошибке. Какой — видно на его экране"],
  ["Stopped. What was in the printer may have come out", "Остановлено. То, что было в принтере, могло выйти"],
  ["Stopped", "Остановлено"],
  ["The command lp is not on this computer", "На этом компьютере нет команды lp"],
  ["The command lp was ended before it was through", "Команду lp прервали раньше времени"],
  ["CUPS does not answer on this computer", "CUPS на этом компьютере не отвечает"],
  ["There is no queue {queue} on this computer: {reason:phrase}", "На этом компьютере нет очереди {queue}: {reason}"],
  [
    "There is no queue {queue} on this computer, or it does not answer",
    "На этом компьютере нет очереди {queue}, или она не отвечает",
  ],
  ["The queue is stopped: {reason:phrase}", "Очередь остановлена: {reason}"],
  ["it ended with {code}", "завершилась с кодом {code}"],
  ["start it again in the printer settings of the system", "запустите её снова в настройках принтеров системы"],
  [
    "The file is ready to be saved and printed. See how many labels come out, and say so",
    "Файл готов: сохраните и напечатайте. Посмотрите, сколько наклеек выйдет, и укажите",
  ],
  [
    "The document is open in the system's own program. Print it at 100 %, without fitting it to the page, and say how many labels came out",
    "Документ открыт в программе системы. Напечатайте в масштабе 100 %, без подгонки под страницу, и укажите, сколько наклеек вышло",
  ],
  [
    "Documents cannot be opened here. Choose a printer that makes a file instead",
    "Здесь документы открыть нельзя. Выберите принтер, который создаёт файл",
  ],
  ["The file could not be written: {reason:phrase}", "Файл не удалось записать: {reason}"],
  ["The document could not be opened: {reason:phrase}", "Документ не удалось открыть: {reason}"],
  [
    "The connection was lost after labels were sent. See which of them came out",
    "Соединение пропало после отправки наклеек. Посмотрите, какие вышли",
  ],
  ["The printer answered HTTP {status} instead of IPP", "Принтер ответил HTTP {status} вместо IPP"],
  ["The connection to the printer was lost", "Соединение с принтером пропало"],
  ["Nothing answers at {host}", "По адресу {host} никто не отвечает"],
  ["Nothing answers at {host}, port {port}", "По адресу {host}, порт {port}, никто не отвечает"],
  ["The printer's answer is too long", "Ответ принтера слишком длинный"],
  ["The printer's answer is not IPP", "Ответ принтера — не IPP"],
  [
    "The queue has handed everything to the printer, and cannot tell what came out: see how many labels did, and say so",
    "Очередь передала всё принтеру и не знает, что вышло: посмотрите, сколько наклеек, и укажите",
  ],
  [
    "The queue {queue} has handed everything to the printer, and cannot tell what came out: see how many labels did, and say so",
    "Очередь {queue} передала всё принтеру и не знает, что вышло: посмотрите, сколько наклеек, и укажите",
  ],
  [
    "The printer does not take {language}. Choose another language for it",
    "Принтер не принимает {language}. Выберите для него другой язык",
  ],
  [
    "The printer can no longer be reached. See which labels came out",
    "Связи с принтером больше нет. Посмотрите, какие наклейки вышли",
  ],
  ["{what:phrase}. See which labels came out", "{what}. Посмотрите, какие наклейки вышли"],
  [
    "The printer no longer knows the job. See which labels came out",
    "Принтер больше не знает этого задания. Посмотрите, какие наклейки вышли",
  ],
  ["The printer gave the job up", "Принтер отказался от задания"],
  ["The job was cancelled at the printer", "Задание отменили на принтере"],
  ["{what:phrase}; nothing came out", "{what}; ничего не вышло"],
  ["The printer refused: {reason:phrase} ({code})", "Принтер отказал: {reason} ({code})"],
  ["The printer refused ({code})", "Принтер отказал ({code})"],
  [
    "Everything was sent. This way of printing does not tell what comes out: see how many labels did, and say so",
    "Всё отправлено. Этот способ печати не сообщает, что вышло: посмотрите, сколько наклеек, и укажите",
  ],
  [
    "The queue {queue} no longer tells about the job. See which labels came out",
    "Очередь {queue} больше не сообщает о задании. Посмотрите, какие наклейки вышли",
  ],
  [
    "A queue of Windows takes labels in the printer's own language only. For PDF choose the system dialog",
    "Очередь Windows берёт наклейки только на языке принтера. Для PDF выберите системное окно печати",
  ],
  ["PowerShell was ended before it was through", "PowerShell прервали раньше времени"],
  ["PowerShell is not on this computer", "На этом компьютере нет PowerShell"],
  ["The spooler did not take the job", "Диспетчер печати не принял задание"],
  [
    "Rackside was closed while this was being printed. See how many labels came out, and say so",
    "Rackside закрыли во время печати. Посмотрите, сколько наклеек вышло, и укажите",
  ],
  [
    "Rackside ended while this was being printed. See how many labels came out, and say so",
    "Rackside завершился во время печати. Посмотрите, сколько наклеек вышло, и укажите",
  ],
  ["{title}: Rackside ended while it was being printed", "{title}: Rackside завершился во время печати"],
  ["waits", "ждёт"],
  ["is being sent", "отправляется"],
  ["is being printed", "печатается"],
  ["not known to be printed", "печать не подтверждена"],
  ["not printed", "не напечатано"],
  ["{title} waits on {printer}, {printed} of {total} came out", "{title}: ждёт, {printer}, вышло {printed} из {total}"],
  [
    "{title} is being sent on {printer}, {printed} of {total} came out",
    "{title}: отправляется, {printer}, вышло {printed} из {total}",
  ],
  [
    "{title} is being printed on {printer}, {printed} of {total} came out",
    "{title}: печатается, {printer}, вышло {printed} из {total}",
  ],
  [
    "{title} not known to be printed on {printer}, {printed} of {total} came out",
    "{title}: печать не подтверждена, {printer}, вышло {printed} из {total}",
  ],
  [
    "{title} not printed on {printer}, {printed} of {total} came out",
    "{title}: не напечатано, {printer}, вышло {printed} из {total}",
  ],
  [
    "{title} printed on {printer}, {printed} of {total} came out",
    "{title}: напечатано, {printer}, вышло {printed} из {total}",
  ],
  [
    "{title} cancelled on {printer}, {printed} of {total} came out",
    "{title}: отменено, {printer}, вышло {printed} из {total}",
  ],
  [
    "{title} {state:phrase} on {printer}, {printed} of {total} came out",
    "{title}: {state}, {printer}, вышло {printed} из {total}",
  ],
];
