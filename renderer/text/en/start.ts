export const start = {
  title: "Welcome to Rackside",
  intro: "Take tasks from the queue, fill in the cards of servers, and follow what the panels do with them.",
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
