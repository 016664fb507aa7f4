-- Each move of a task writes to each index that its row is in, and nobody asks for the tasks of one node.
drop index task_slot_of_node;
