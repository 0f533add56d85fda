# Sourced by the checks that look at a window, after lib.sh: the screen of DISPLAY, without a window
# manager. Nothing waits for a time: each waits for what it needs to see.

# Runs a program of the user's on this screen. Without a bus, GTK would complain about its settings.
on_screen() { as_user DISPLAY="$DISPLAY" GSETTINGS_BACKEND=memory "$@"; }

# Whether a window of just this name is on the screen.
is_shown() { xdotool search --onlyvisible --name "^$1\$" > /dev/null 2>&1; }

is_gone() { ! is_shown "$1"; }

# Waits for a window of that name and gives it the keyboard, as a window manager does.
await_window() {
  await "the window “$1”" is_shown "$1"
  xdotool search --onlyvisible --name "^$1\$" windowfocus --sync 2> /dev/null || true
}

# Takes the picture $1; whether bars are on it, of the colour $2 or of the light theme's. The upper
# border is left out: there, something of that colour moves while a model is opened.
is_drawn() {
  local colour=${2:-#3b6fd4} enough
  import -window root "$1"
  enough=$(convert "$1" -gravity south -crop 100%x90%+0+0 +repage \
    -fill black +opaque "$colour" -fill white -opaque "$colour" -format '%[fx:mean > 0.0012]' info:)
  [ "$enough" = 1 ]
}

await_distribution() { await "a distribution, see $1" is_drawn "$1"; }

# Takes the picture $2; whether the distribution differs from that in $1. While the model runs, that of
# before is on show, faded.
is_changed() {
  local middle='[640x300+345+70]'
  is_drawn "$2" || return 1
  differing=$(compare -metric AE "$1$middle" "$2$middle" null: 2>&1 || true)
  ((${differing%%.*} > 1500))
}

# The prompt, as the window that has the keyboard hands it out.
copied_prompt() {
  printf '' | xclip -selection clipboard
  xdotool key ctrl+a
  xdotool key ctrl+c
  timeout 5 xclip -o -selection clipboard 2> /dev/null || true
}

# Leaves the caret behind the prompt.
is_prompt() {
  prompt=$(copied_prompt)
  xdotool key ctrl+End
  [ "$prompt" = "$1" ]
}

has_ended() { ! pgrep -u "$user" -x java > /dev/null; }

# Closes a window that has nothing to save.
close_window() {
  xdotool key ctrl+q
  await "the end of the program" has_ended
}

# Answers the question about unsaved work, whose first answer is to let it go.
let_go() {
  xdotool key ctrl+q
  await_window "Unsaved work"
  xdotool key Left
  xdotool key space
  await "the end of the program" has_ended
}
