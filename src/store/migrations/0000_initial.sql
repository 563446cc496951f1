CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE TABLE `chunks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`version_id` integer NOT NULL,
	`position` integer NOT NULL,
	`article` text,
	`chapter` text,
	`heading` text,
	`start` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `document_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chunks_version` ON `chunks` (`version_id`,`position`);--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`conversation_id` integer NOT NULL,
	`message_in` text NOT NULL,
	`message_out` text NOT NULL,
	`masked_text` text NOT NULL,
	`place` text NOT NULL,
	`as_of` text NOT NULL,
	`kind` text NOT NULL,
	`outcome` text NOT NULL,
	`route` text NOT NULL,
	`confidence_permille` integer NOT NULL,
	`reply` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_in`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_out`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultations_at` ON `consultations` (`at`);--> statement-breakpoint
CREATE INDEX `consultations_outcome` ON `consultations` (`outcome`);--> statement-breakpoint
CREATE INDEX `consultations_conversation` ON `consultations` (`conversation_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`channel` text NOT NULL,
	`key` text NOT NULL,
	`state` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_key` ON `conversations` (`office_id`,`channel`,`key`);--> statement-breakpoint
CREATE TABLE `document_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`document_id` integer NOT NULL,
	`sha256` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`issuer` text,
	`document_number` text,
	`published_on` text,
	`effective_from` text,
	`effective_to` text,
	`supersedes` text NOT NULL,
	`categories` text NOT NULL,
	`source_unit` text,
	`checked_on` text,
	`url` text,
	`repeals` text NOT NULL,
	`text` text NOT NULL,
	`inferred` text NOT NULL,
	`repaired` text NOT NULL,
	`review_state` text NOT NULL,
	`reviewed_by` text,
	`reviewed_at` text,
	`imported_at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_versions_document` ON `document_versions` (`document_id`);--> statement-breakpoint
CREATE INDEX `document_versions_state` ON `document_versions` (`review_state`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`source` text NOT NULL,
	`path` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_identity` ON `documents` (`office_id`,`source`,`path`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`conversation_id` integer NOT NULL,
	`message_id` text NOT NULL,
	`verdict` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_message` ON `feedback` (`message_id`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`channel` text NOT NULL,
	`update_id` text NOT NULL,
	`conversation` text NOT NULL,
	`message` text NOT NULL,
	`state` text NOT NULL,
	`received_at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_update` ON `inbox` (`office_id`,`channel`,`update_id`);--> statement-breakpoint
CREATE INDEX `inbox_state` ON `inbox` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`conversation_id` integer NOT NULL,
	`direction` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_conversation` ON `messages` (`conversation_id`,`at`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`inbox_id` integer NOT NULL,
	`channel` text NOT NULL,
	`conversation` text NOT NULL,
	`message_id` text NOT NULL,
	`reply` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` text,
	`error` text,
	`created_at` text NOT NULL,
	`sent_at` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inbox_id`) REFERENCES `inbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_inbox` ON `outbox` (`inbox_id`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`channel`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `receipt_counters` (
	`office_id` integer DEFAULT 1 NOT NULL,
	`prefix` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`office_id`, `prefix`, `year`),
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`request_id` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`event` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_events_request` ON `request_events` (`request_id`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`number` text NOT NULL,
	`type` text NOT NULL,
	`state` text NOT NULL,
	`conversation_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	`description` text NOT NULL,
	`location` text,
	`category_level1` text,
	`category_level2` text,
	`category_level3` text,
	`due_on` text,
	`due_at` text,
	`deadline` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_number` ON `requests` (`number`);--> statement-breakpoint
CREATE INDEX `requests_due` ON `requests` (`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `requests_conversation` ON `requests` (`conversation_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`office_id` integer DEFAULT 1 NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`office_id`, `key`),
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_name_unique` ON `staff` (`name`);--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`staff_id` integer NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
