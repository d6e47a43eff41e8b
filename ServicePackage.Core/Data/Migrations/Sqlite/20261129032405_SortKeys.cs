using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SortKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_TopicId",
                table: "Tickets");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Organisations",
                type: "TEXT",
                maxLength: 240,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Enterprises",
                type: "TEXT",
                maxLength: 240,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Accounts",
                type: "TEXT",
                maxLength: 240,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TopicId_LeadUnitId",
                table: "Tickets",
                columns: new[] { "TopicId", "LeadUnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_SortKey",
                table: "Organisations",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_SortKey",
                table: "Enterprises",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_SortKey",
                table: "Accounts",
                column: "SortKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_TopicId_LeadUnitId",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Organisations_SortKey",
                table: "Organisations");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_SortKey",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_SortKey",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Enterprises");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Accounts");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TopicId",
                table: "Tickets",
                column: "TopicId");
        }
    }
}
