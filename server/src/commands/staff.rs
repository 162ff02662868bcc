//! `coplan staff`: the first of the supplier's people, before anybody can sign in, and a way back for the last admin.

use super::{Done, make_portal, open_portal};
use crate::config::{Config, StaffAdd, StaffPassword};
use coplan_app::links;
use coplan_usecases::{
    Error, System,
    form::{FieldProblem, Problem},
    staff::{self, AddStaffForm},
};

/// Adds one of the supplier's people and prints how it signs in.
pub async fn add(config: &Config, system: &System, new: &StaffAdd) -> Done {
    let portal = make_portal(config).await?;
    let form = AddStaffForm {
        name: new.name.clone(),
        email: new.email.clone(),
        phone: new.phone.clone(),
        role: new.role.clone(),
        sums: true,
        reach: String::new(),
        title: new.title.clone(),
        language: new.language.clone(),
        speaks: new.speaks.clone(),
    };
    let added = if new.password_stdin {
        staff::add_from_console(&portal, system, &form, &read_password()?).await.map(|_| None)
    } else {
        staff::invite_from_console(&portal, system, &form).await.map(Some)
    };
    portal.db.close().await;
    let made = added.map_err(|error| sentence(&error))?;
    println!("{} is added and signs in at {} as {}", new.name, sign_in_address(config), new.email);
    if let Some(password) = made {
        println!("First password, shown only now and good for one sign-in within three days: {}", password.expose());
    }
    Ok(())
}

/// Gives one of the supplier's people a new password and prints it where it was made here.
pub async fn password(config: &Config, system: &System, asked: &StaffPassword) -> Done {
    let portal = open_portal(config).await?;
    let set = if asked.password_stdin {
        staff::set_password_from_console(&portal, system, &asked.email, &read_password()?).await.map(|_| None)
    } else {
        staff::make_password_from_console(&portal, system, &asked.email).await.map(Some)
    };
    portal.db.close().await;
    let made = set.map_err(|error| match error {
        Error::NotFound => format!("--email {}: no staff has this email", asked.email),
        error => sentence(&error),
    })?;
    println!("{} signs in at {} with a new password; all devices are signed out", asked.email, sign_in_address(config));
    if let Some(password) = made {
        println!("Password, shown only now and good for one sign-in within three days: {}", password.expose());
    }
    Ok(())
}

/// Where staff signs in.
fn sign_in_address(config: &Config) -> String {
    format!("{}{}", config.public_url(), links::sign_in::password())
}

fn read_password() -> Result<String, String> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|error| format!("the password cannot be read: {error}"))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn sentence(error: &Error) -> String {
    match error {
        Error::Invalid(problems) => problems.iter().map(problem).collect::<Vec<_>>().join("; "),
        _ => error.to_string(),
    }
}

fn problem(FieldProblem { field, problem }: &FieldProblem) -> String {
    let why = match problem {
        Problem::Empty => "is empty".to_owned(),
        Problem::TooLong { length, limit } => format!("has {length} characters; at most {limit} fit"),
        Problem::TooShort { length, limit } => format!("has {length} characters; at least {limit} are needed"),
        Problem::LikeTheAccount => "is the person's own name or address".to_owned(),
        Problem::Guessable => "is easy to guess".to_owned(),
        Problem::NotAnEmail => "is not an email address".to_owned(),
        Problem::Taken => "is already in use".to_owned(),
        Problem::NotOneOf => "is not one of the values that --help lists".to_owned(),
        other => format!("is not accepted ({other:?})"),
    };
    format!("--{field} {why}")
}
