CREATE TABLE `consultation_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer DEFAULT 1 NOT NULL,
	`consultation_id` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_notes_consultation` ON `consultation_notes` (`consultation_id`);
--> statement-breakpoint
CREATE TRIGGER consultation_notes_no_update BEFORE UPDATE ON consultation_notes BEGIN SELECT RAISE(ABORT, 'consultation_notes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER consultation_notes_no_delete BEFORE DELETE ON consultation_notes BEGIN SELECT RAISE(ABORT, 'consultation_notes is append-only'); END;
