export const start = {
  title: "Welcome to Rackside",
  intro: "A console for technicians: tasks from the queue, cards of servers, and what the panels make of them.",
  practiceTitle: "Open the practice site",
  practiceText:
    "A small datacentre that exists only inside this program: panels, racks, servers and a few tasks that wait. Try everything; nothing can break.",
  practiceAction: "Open the practice site",
  practiceOpening: "The practice site is being set up. The first time takes a few seconds.",
  connectTitle: "Connect to a panel",
  connectText:
    "DCImanager 6: the address of the panel and an administrator's e-mail and password. The connection is tried before anything is kept.",
  connectAction: "Connect to a panel",
  later: "Look around first",
} as const;
