// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace inverso::ui {

/// A page of the guided tour. The three texts are rich text, translated in the context "TourPages" when
/// shown; scripts are read by tourCalls(). A null or empty field is omitted.
struct TourPage
{
    const char* id; ///< remembered between sessions: not to be changed
    const char* title;
    const char* text;
    const char* experiment; ///< what to try
    const char* pointAt;    ///< object name of the widget that gets the frame
    const char* onEnter;    ///< script; undone on leaving
    const char* needs;      ///< predicate: without it the experiment cannot be done yet
    const char* showMe;     ///< script that does the experiment for the user
    const char* done;       ///< predicate: the experiment is done
};

/// From "what is a cell" to the user's own experiment.
std::span<const TourPage> tourPages();

} // namespace inverso::ui
