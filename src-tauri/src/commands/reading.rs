//! What the views show.

use super::{in_casebook, newest_in_casebook, off_thread};
use crate::error::Answer;
use docketline_casebook::view::{
    AboutView, Arrangement, CopiedEvents, Counts, DateReading, EventDetail, EventPage,
    EventsBetween, Facets, Filter, Footing, GroupBy, Interval, LaneFacet, Listing, NoteView,
    Overview, Part, PrincipleRow, Procedure, ProcedureScene, ProcedureScope, ProcedureView,
    RowRange, SearchResult, SortBy, SourcePage, SourceQuery, SourceUse, StandingLife, StandingView,
    Step, Viewport,
};
use tauri::ipc::Response;
use tauri::{Runtime, WebviewWindow};

#[tauri::command]
pub async fn timeline_scene<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    lanes: Arrangement,
    viewport: Viewport,
    part: Part,
    selected: Option<i64>,
) -> Answer<Response> {
    let bytes = newest_in_casebook(&window, "timeline_scene", move |casebook| {
        let scene = casebook.scene_part(&filter, &lanes, viewport, part, selected)?;
        Ok(scene.to_bytes())
    });
    Ok(Response::new(bytes.await?))
}

#[tauri::command]
pub async fn timeline_overview<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    width: f64,
) -> Answer<Overview> {
    newest_in_casebook(&window, "timeline_overview", move |casebook| {
        casebook.overview(&filter, width)
    })
    .await
}

#[tauri::command]
pub async fn list_lanes<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    by: GroupBy,
) -> Answer<Vec<LaneFacet>> {
    newest_in_casebook(&window, "list_lanes", move |casebook| {
        casebook.lanes(&filter, by)
    })
    .await
}

#[tauri::command]
pub async fn list_facets<R: Runtime>(window: WebviewWindow<R>, filter: Filter) -> Answer<Facets> {
    newest_in_casebook(&window, "list_facets", move |casebook| {
        casebook.facets(&filter)
    })
    .await
}

#[tauri::command]
pub async fn check_filter(filter: Filter) -> Answer<()> {
    Ok(docketline_casebook::check_filter(&filter)?)
}

#[tauri::command]
pub async fn list_events<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    sort: SortBy,
    descending: bool,
    offset: i64,
    limit: i64,
) -> Answer<EventPage> {
    in_casebook(&window, move |casebook| {
        casebook.events(&filter, sort, descending, offset, limit)
    })
    .await
}

#[tauri::command]
pub async fn event_position<R: Runtime>(
    window: WebviewWindow<R>,
    listing: Listing,
    key: i64,
) -> Answer<Option<i64>> {
    in_casebook(&window, move |casebook| {
        casebook.event_position(&listing, key)
    })
    .await
}

#[tauri::command]
pub async fn keys_of_rows<R: Runtime>(
    window: WebviewWindow<R>,
    listing: Listing,
    rows: Vec<RowRange>,
    revision: i64,
) -> Answer<Option<Vec<i64>>> {
    in_casebook(&window, move |casebook| {
        casebook.keys_of_rows(&listing, &rows, revision)
    })
    .await
}

#[tauri::command]
pub async fn rows_of_keys<R: Runtime>(
    window: WebviewWindow<R>,
    listing: Listing,
    keys: Vec<i64>,
) -> Answer<Vec<RowRange>> {
    in_casebook(&window, move |casebook| {
        casebook.rows_of_keys(&listing, &keys)
    })
    .await
}

#[tauri::command]
pub async fn copy_events<R: Runtime>(
    window: WebviewWindow<R>,
    listing: Listing,
    rows: Vec<RowRange>,
    columns: Vec<SortBy>,
) -> Answer<CopiedEvents> {
    in_casebook(&window, move |casebook| {
        casebook.copy_events(&listing, &rows, &columns)
    })
    .await
}

#[tauri::command]
pub async fn step_event<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    lanes: Arrangement,
    from: Option<Footing>,
    step: Step,
) -> Answer<Option<Footing>> {
    in_casebook(&window, move |casebook| {
        casebook.step(&filter, &lanes, from.as_ref(), step)
    })
    .await
}

#[tauri::command]
pub async fn events_between<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    lanes: Arrangement,
    from: i64,
    to: i64,
) -> Answer<EventsBetween> {
    in_casebook(&window, move |casebook| {
        casebook.events_between(&filter, &lanes, from, to)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn get_event<R: Runtime>(
    window: WebviewWindow<R>,
    key: i64,
    known_on: Option<String>,
) -> Answer<EventDetail> {
    in_casebook(&window, move |casebook| {
        casebook.event(key, known_on.as_deref())
    })
    .await
}

#[tauri::command]
pub async fn search_events<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    limit: i64,
) -> Answer<SearchResult> {
    newest_in_casebook(&window, "search_events", move |casebook| {
        casebook.search(&filter, limit)
    })
    .await
}

#[tauri::command]
pub async fn list_sources<R: Runtime>(
    window: WebviewWindow<R>,
    query: SourceQuery,
    offset: i64,
    limit: i64,
) -> Answer<SourcePage> {
    newest_in_casebook(&window, "list_sources", move |casebook| {
        casebook.sources(&query, offset, limit)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn list_source_uses<R: Runtime>(
    window: WebviewWindow<R>,
    source: String,
    known_on: Option<String>,
    limit: i64,
) -> Answer<Vec<SourceUse>> {
    in_casebook(&window, move |casebook| {
        casebook.source_uses(&source, known_on.as_deref(), limit)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn list_principles<R: Runtime>(
    window: WebviewWindow<R>,
    known_on: Option<String>,
) -> Answer<Vec<PrincipleRow>> {
    in_casebook(&window, move |casebook| {
        casebook.principles(known_on.as_deref())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn list_notes<R: Runtime>(
    window: WebviewWindow<R>,
    known_on: Option<String>,
) -> Answer<Vec<NoteView>> {
    in_casebook(&window, move |casebook| casebook.notes(known_on.as_deref())).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn count_known<R: Runtime>(window: WebviewWindow<R>, known_on: String) -> Answer<Counts> {
    in_casebook(&window, move |casebook| casebook.counts_known_on(&known_on)).await
}

#[tauri::command]
pub async fn get_about<R: Runtime>(window: WebviewWindow<R>) -> Answer<AboutView> {
    in_casebook(&window, |casebook| casebook.about()).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn get_standing<R: Runtime>(
    window: WebviewWindow<R>,
    on: String,
    known_on: Option<String>,
    event: Option<String>,
) -> Answer<Vec<StandingView>> {
    in_casebook(&window, move |casebook| {
        casebook.standing(&on, known_on.as_deref(), event.as_deref())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn get_standing_life<R: Runtime>(
    window: WebviewWindow<R>,
    event: String,
    known_on: Option<String>,
) -> Answer<Option<StandingLife>> {
    in_casebook(&window, move |casebook| {
        casebook.standing_life(&event, known_on.as_deref())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn get_procedure<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    known_on: Option<String>,
    scope: Option<ProcedureScope>,
) -> Answer<Procedure> {
    in_casebook(&window, move |casebook| {
        casebook.procedure(&filter, known_on.as_deref(), scope.as_ref())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn procedure_scene<R: Runtime>(
    window: WebviewWindow<R>,
    filter: Filter,
    known_on: Option<String>,
    scope: Option<ProcedureScope>,
    view: ProcedureView,
) -> Answer<ProcedureScene> {
    in_casebook(&window, move |casebook| {
        casebook.procedure_scene(&filter, known_on.as_deref(), scope.as_ref(), view)
    })
    .await
}

#[tauri::command]
pub async fn measure_interval<R: Runtime>(
    window: WebviewWindow<R>,
    from: i64,
    to: i64,
) -> Answer<Interval> {
    in_casebook(&window, move |casebook| casebook.interval(from, to)).await
}

#[tauri::command]
pub async fn explain_date(text: String) -> DateReading {
    docketline_casebook::explain_date(&text, docketline_casebook::DateStyle::Any)
}

#[tauri::command]
pub async fn convert_pasted(html: String) -> Answer<Option<String>> {
    off_thread(move || Ok(docketline_casebook::pasted_markdown(&html))).await
}
