import type { Knex } from "knex";
import type { Repositories } from "../main/ports/store";
import { createActionRepository } from "./action-repository";
import { createCardRepository, createDraftRepository } from "./card-repositories";
import {
  createCustomerRepository,
  createDataCentreRepository,
  createDepartmentRepository,
} from "./directory-repositories";
import { failingClearly } from "./errors";
import { createEnumerationRepository } from "./enumeration-repository";
import { createFormDraftRepository } from "./form-draft-repository";
import { createJournalRepository } from "./journal-repository";
import {
  createLabelRepository,
  createPlacementRepository,
  createStockRepository,
  createTemplateRepository,
} from "./label-repositories";
import { createMessageRepository } from "./message-repository";
import { createMirrorRepository } from "./mirror-repository";
import { createModuleRepository } from "./module-repository";
import { createObservationRepository, createSettingRepository } from "./note-repositories";
import { createOperatorRepository } from "./operator-repository";
import { createSecretRepository } from "./secret-repository";
import { createPrintJobRepository, createPrinterRepository } from "./print-repositories";
import { createCapacityRepository, createPlanRepository, createReservationRepository } from "./rack-repository";
import { createSightingRepository, createTenantRepository } from "./rack-sighting-repository";
import { createSearchRepository } from "./search-repository";
import { createServiceRepository } from "./service-repository";
import { createStatisticsRepository } from "./statistics-repository";
import { createTariffRepository } from "./tariff-repository";
import { createTaskRepository } from "./task-repository";
import { createTokenRepository } from "./token-repository";
import { createViewRepository } from "./view-repository";

/** All repositories on one connection or transaction. */
export function createRepositories(database: Knex): Repositories {
  return {
    departments: failingClearly(createDepartmentRepository(database)),
    dataCentres: failingClearly(createDataCentreRepository(database)),
    operators: failingClearly(createOperatorRepository(database)),
    tokens: failingClearly(createTokenRepository(database)),
    secrets: failingClearly(createSecretRepository(database)),
    customers: failingClearly(createCustomerRepository(database)),
    modules: failingClearly(createModuleRepository(database)),
    tariffs: failingClearly(createTariffRepository(database)),
    enumerations: failingClearly(createEnumerationRepository(database)),
    services: failingClearly(createServiceRepository(database)),
    tasks: failingClearly(createTaskRepository(database)),
    cards: failingClearly(createCardRepository(database)),
    drafts: failingClearly(createDraftRepository(database)),
    formDrafts: failingClearly(createFormDraftRepository(database)),
    actions: failingClearly(createActionRepository(database)),
    messages: failingClearly(createMessageRepository(database)),
    labelTemplates: failingClearly(createTemplateRepository(database)),
    labelStocks: failingClearly(createStockRepository(database)),
    printers: failingClearly(createPrinterRepository(database)),
    labels: failingClearly(createLabelRepository(database)),
    printJobs: failingClearly(createPrintJobRepository(database)),
    placements: failingClearly(createPlacementRepository(database)),
    rackReservations: failingClearly(createReservationRepository(database)),
    rackPlans: failingClearly(createPlanRepository(database)),
    rackCapacities: failingClearly(createCapacityRepository(database)),
    rackSightings: failingClearly(createSightingRepository(database)),
    rackTenants: failingClearly(createTenantRepository(database)),
    journal: failingClearly(createJournalRepository(database)),
    observations: failingClearly(createObservationRepository(database)),
    mirror: failingClearly(createMirrorRepository(database)),
    statistics: failingClearly(createStatisticsRepository(database)),
    search: failingClearly(createSearchRepository(database)),
    views: failingClearly(createViewRepository(database)),
    settings: failingClearly(createSettingRepository(database)),
  };
}
