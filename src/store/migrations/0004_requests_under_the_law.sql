CREATE TABLE `letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`request_id` integer NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`issued_on` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letters_request` ON `letters` (`request_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number` ON `letters` (`office_id`,`number`);--> statement-breakpoint
CREATE TABLE `lookup_failures` (
	`number` text PRIMARY KEY NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`failures` integer NOT NULL,
	`locked_until` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opening_balances` (
	`office_id` integer DEFAULT 1 NOT NULL,
	`year` integer NOT NULL,
	`applicant_kind` text NOT NULL,
	`requests` integer NOT NULL,
	PRIMARY KEY(`office_id`, `year`, `applicant_kind`),
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `publication_watches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`conversation_id` integer NOT NULL,
	`question` text NOT NULL,
	`place` text NOT NULL,
	`at` text NOT NULL,
	`told_at` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publication_watches_open` ON `publication_watches` (`told_at`);--> statement-breakpoint
CREATE TABLE `request_followers` (
	`request_id` integer NOT NULL,
	`conversation_id` integer NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`request_id`, `conversation_id`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`request` text,
	`kind` text NOT NULL,
	`filed_on` text NOT NULL,
	`result` text,
	`ended_on` text,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sealed` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`conversation_id` integer,
	`cipher` text,
	`sealed_at` text NOT NULL,
	`erased_at` text,
	`erased_because` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sealed_subject` ON `sealed` (`kind`,`subject`);--> statement-breakpoint
CREATE INDEX `sealed_conversation` ON `sealed` (`conversation_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`inbox_id` integer,
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
INSERT INTO `__new_outbox`("id", "office_id", "inbox_id", "channel", "conversation", "message_id", "reply", "state", "attempts", "not_before", "error", "created_at", "sent_at") SELECT "id", "office_id", "inbox_id", "channel", "conversation", "message_id", "reply", "state", "attempts", "not_before", "error", "created_at", "sent_at" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_inbox` ON `outbox` (`inbox_id`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`channel`,`state`,`id`);--> statement-breakpoint
ALTER TABLE `requests` ADD `phase` text DEFAULT 'submitted' NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `channel` text DEFAULT 'internet' NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `received_on` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `applicant_kind` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `applicant_key` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `ground` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `ended_on` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `assigned_to` text;--> statement-breakpoint
CREATE INDEX `requests_applicant` ON `requests` (`applicant_key`);