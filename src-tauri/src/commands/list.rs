// Every command, once: the program's handler and the window's permission are both made
// from this list. The build script includes this file, so it uses nothing of the crate.
macro_rules! commands {
    ($make:ident) => {
        $make![
            files::current_casebook,
            files::list_recent,
            files::new_casebook,
            files::open_casebook,
            files::open_recent,
            files::open_sample,
            files::restore_sample,
            files::save_copy,
            reading::timeline_scene,
            reading::timeline_overview,
            reading::list_facets,
            reading::list_events,
            reading::event_position,
            reading::follow_rows,
            reading::copy_events,
            reading::step_event,
            reading::get_event,
            reading::search_events,
            reading::list_sources,
            reading::list_principles,
            reading::list_notes,
            reading::get_about,
            reading::get_standing,
            reading::list_standing_lives,
            reading::get_procedure,
            reading::procedure_scene,
            reading::measure_interval,
            reading::explain_date,
            checking::count_findings,
            checking::list_findings,
            checking::accept_finding,
            checking::withdraw_acceptance,
            editing::save_note,
            editing::delete_note,
            events::event_form,
            events::check_event,
            events::save_event,
            events::preview_change,
            events::change_events,
            events::preview_deletion,
            events::delete_events,
            events::preview_merge,
            events::merge_events,
            events::preview_move,
            events::move_event,
            events::read_entry,
            events::add_entry,
            editing::undo,
            editing::redo,
            records::list_records,
            records::record_position,
            records::get_record,
            records::get_record_uses,
            records::list_roles,
            records::put_record,
            records::remove_record,
            records::merge_records,
            records::move_record,
            records::change_event_part,
            exchange::export_casebook,
            exchange::preview_import,
            exchange::import_file,
            exchange::open_source,
            closing::close_window,
        ]
    };
}

macro_rules! names {
    ($($group:ident::$name:ident),* $(,)?) => { &[$(stringify!($name)),*] };
}

/// The names by which the window calls them.
pub const COMMANDS: &[&str] = commands!(names);
