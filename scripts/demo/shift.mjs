/**
 * A technician's shift on the practice site, through the window alone: an order comes in, is accepted, its card filled in and closed, addresses
 * arrive, the server gets its owner, the service is suspended and resumed, and at last closed; a dedicated server is ordered and installed by itself.
 * @param {{ page: import("playwright-core").Page, step: (title: string, work: () => Promise<string | undefined | void>) => Promise<void> }} shift
 */
export async function workShift({ page, step }) {
  const queue = page.getByPlaceholder("Search tasks");
  const label = "demo-node-1";
  page.setDefaultTimeout(30_000);

  await step("Open the practice site", async () => {
    await page.getByRole("button", { name: "Open the practice site" }).click();
    await queue.waitFor();
    await row(page, "kestrel-node-7").waitFor();
    return `${await page.getByRole("option").count()} tasks in the queue`;
  });

  await step("Place an order", async () => {
    await rail(page, "Services");
    await page.getByRole("button", { name: "New order" }).first().click();
    await page.getByPlaceholder("Search by name or e-mail").fill("Kestrel");
    await page.getByRole("option", { name: /Kestrel/ }).click();
    await page.getByRole("combobox", { name: "Tariff" }).click();
    await page.getByRole("option", { name: /^Colo 1U/ }).click();
    await page.getByRole("textbox", { name: /Public IPv4/ }).fill("2");
    await page.getByLabel("Label").fill(label);
    const total = page.getByText("First period").locator("..");
    await total.waitFor();
    await page.getByRole("button", { name: "Place order" }).click();
    const open = page.getByRole("button", { name: /Open task T-/ });
    await open.waitFor();
    const task = (await open.innerText()).replace("Open task ", "");
    await open.click();
    return `task ${task}`;
  });

  await step("Accept the task", async () => {
    await page.getByRole("button", { name: /^Accept/ }).click();
    await page.getByRole("textbox", { name: "Server id" }).waitFor();
  });

  let server = "";
  await step("Fill in the card", async () => {
    server = await freeServer(page);
    await page.getByRole("textbox", { name: "Server id" }).fill(server);
    await page.getByRole("button", { name: /^Use rack/ }).click();
    await page.getByRole("textbox", { name: "Username" }).fill("admin");
    await page.getByRole("textbox", { name: "Password" }).fill("practice-only");
    await page.getByText("2 needed", { exact: false }).first().waitFor();
    await page.getByText("Draft saved").waitFor();
    return `server ${server}`;
  });

  await step("Set the owner", async () => {
    await page.getByRole("button", { name: "Change owner" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").click();
    const user = page.getByRole("option", { name: /Harbour Books/ });
    const name = await user.innerText();
    await user.click();
    await dialog.getByRole("button", { name: "Set owner" }).click();
    await page.getByText("it@harbour-books.example").first().waitFor();
    return name;
  });

  await step("Record a cable to a switch port", async () => {
    await page.getByRole("button", { name: "Add connection" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Device" }).click();
    await page.getByRole("option", { name: /^sw-b/ }).first().click();
    await dialog.getByRole("combobox", { name: "Port" }).click();
    const port = page.getByRole("option", { name: /^GigabitEthernet[\d/]+$/ }).first();
    const name = (await port.innerText()).split("\n")[0];
    await port.click();
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    return name;
  });

  await step("Close the card and get the addresses", async () => {
    await page.getByRole("button", { name: /^Close task/ }).click();
    await openService(page, label);
    await page.getByRole("heading", { name: label }).waitFor();
    await lifeAt(page, "In use.");
    return page.evaluate(async (search) => {
      const result = JSON.parse(await window.rackside.call("service.list", { search }));
      return result.value.rows[0].addresses.map(({ address }) => address).join(", ");
    }, label);
  });

  await step("Suspend the service", async () => {
    await page.getByRole("button", { name: "Suspend" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
    await lifeAt(page, "Off the network.");
  });

  await step("Resume the service", async () => {
    await page.getByRole("button", { name: "Resume" }).click();
    await lifeAt(page, "In use.");
  });

  await step("Order the closing", async () => {
    await page.getByRole("button", { name: "Close service" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Create the task for closing" }).click();
    await page.getByRole("button", { name: /^Accept/ }).click();
    await page.getByRole("heading", { name: "What will happen" }).waitFor();
  });

  await step("Close the service step by step", async () => {
    await page.getByRole("button", { name: /^Close the service/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Close the service/ })
      .click();
    const steps = page.getByRole("list", { name: /steps/i }).getByRole("listitem");
    await steps.filter({ hasText: "Shut the switch ports" }).getByText("Done").waitFor({ timeout: 60_000 });
    return `${await steps.count()} steps done`;
  });

  const build = "demo-build-1";
  await step("Order a dedicated server", async () => {
    await rail(page, "Services");
    await page.getByRole("button", { name: "New order" }).first().click();
    await page.getByPlaceholder("Search by name or e-mail").fill("Helmi");
    await page.getByRole("option", { name: /Helmi/ }).click();
    await page.getByRole("combobox", { name: "Tariff" }).click();
    await page.getByRole("option", { name: /^Dedicated i5/ }).click();
    await page.getByRole("combobox", { name: "Operating system" }).click();
    await page.getByRole("option", { name: /AlmaLinux 9/ }).click();
    await page.getByLabel("Label").fill(build);
    await page.getByText("Will be installed and handed over by itself").waitFor();
    await page.getByRole("button", { name: "Place order" }).click();
    await page.getByRole("button", { name: /Open service C-/ }).click();
  });

  await step("Watch it being installed and handed over", async () => {
    await lifeAt(page, "In use.");
    const [service] = await page.evaluate(async (search) => {
      const result = JSON.parse(await window.rackside.call("service.list", { search }));
      return result.value.rows;
    }, build);
    return `server ${service.serverId} at ${service.addresses.map(({ address }) => address).join(", ")}`;
  });

  await step("Look at what went out", async () => {
    await rail(page, "Activity");
    await page.getByRole("main").getByRole("combobox").first().click();
    await page.getByRole("option", { name: "Done", exact: true }).click();
    await row(page, "Install almalinux9").waitFor();
    return `${await page.getByRole("option").count()} steps shown`;
  });
}

function row(page, text) {
  return page.getByRole("option").filter({ hasText: text }).first();
}

function rail(page, screen) {
  return page
    .getByRole("navigation")
    .getByRole("button", { name: new RegExp(`^${screen}`) })
    .click();
}

async function openService(page, label) {
  await rail(page, "Services");
  await row(page, label).click();
}

/** Waits until the life line of the open service says so. */
function lifeAt(page, words) {
  return page.getByText(words, { exact: false }).first().waitFor({ timeout: 60_000 });
}

/** A server of the open task's panel that nobody owns and no other service uses. */
async function freeServer(page) {
  return page.evaluate(async () => {
    const value = async (name, input) => {
      const result = JSON.parse(await window.rackside.call(name, input));
      if (!result.ok) throw new Error(result.fault.message);
      return result.value;
    };
    const [module] = await value("module.list", {});
    const used = (await value("service.list", { limit: 200 })).rows.map((service) => service.serverId);
    const { facts } = await value("server.list", { moduleId: module.id, search: "kit-", limit: 200 });
    const free = facts.rows.find(
      (one) =>
        one.ownerEmail === null &&
        one.addresses.length === 0 &&
        !used.includes(one.serverId) &&
        !one.operation?.isRunning,
    );
    if (!free) throw new Error("No server without an owner is left");
    return String(free.serverId);
  });
}
